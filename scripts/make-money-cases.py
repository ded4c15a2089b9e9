"""Writes the cases of money, limitation and coercion by plain arithmetic and a plain walk from day to day: independent of the C#.

    python3 scripts/make-money-cases.py
"""
import datetime as d
from fractions import Fraction as F

from case_book import case, kinds, lunar, one, read, roll, worked, write

total = 0
M = 1_000_000
OLD, NEW = "2026-06-30", "2026-07-01"


def half_up(value):
    """To a whole đồng, half away from zero."""
    value = F(value)
    return int(value + F(1, 2)) if value >= 0 else -int(-value + F(1, 2))


def day(text):
    return d.date.fromisoformat(text)


# Parameters: every value on its first and on its last day, and the day before the first of all.
cases = []
regions = {"": ""}
for row in read("parameters"):
    region = f", region: {row['region']}" if row["region"] else ""
    name = f"{row['key']}{' vùng ' + row['region'] if row['region'] else ''}"
    for on in [row["from"]] + ([row["to"]] if row["to"] else []):
        cases.append(case(f"{name} ngày {on}", f'"{row["article"]}"', "parameter", f"key: {row['key']}{region}, on: {on}", f"value: {row['value']}"))
for key, given, code in (
    ("không có khóa này", "key: NO_SUCH, on: 2026-07-01", "parameter.unknown"),
    ("lương vùng cần vùng", "key: REGION_MIN_WAGE, on: 2026-07-01", "parameter.needs-region"),
    ("vùng không có", "key: REGION_MIN_WAGE, region: V, on: 2026-07-01", "parameter.unknown-region"),
    ("trước giá trị đầu tiên", "key: BASE_SALARY, on: 2007-12-31", "parameter.not-covered"),
    ("lương vùng trước 2016", "key: REGION_MIN_WAGE, region: I, on: 2015-12-31", "parameter.not-covered"),
    ("lương tối thiểu vùng theo luật mới không phải tỷ lệ 30 %", "key: INCOME_DEDUCT_PERCENT, on: 2026-07-01", "parameter.not-covered"),
    ("luật cũ không tính thuê nhà theo lương", "key: RENT_WAGES, on: 2026-06-30", "parameter.not-covered"),
    ("thiếu ngày", "key: BASE_SALARY", "input.missing"),
    ("ngày gõ sai", "key: BASE_SALARY, on: 31/06/2026", "input.unreadable"),
    ("thông tin lạ", "key: BASE_SALARY, on: 2026-07-01, colour: red", "input.unknown"),
    ("theo luật cũ không gửi lại yêu cầu", "key: RETURN_REQUEST_AFTER, on: 2026-06-30", "parameter.not-covered"),
):
    cases.append(case(f"Tham số: {key}", "(không có)", "parameter", given, f"refused: {code}"))
for key, old, new, basis in (("POSTING_DAYS", 10, 7, "L08 Đ42; ND152 Đ17.3"), ("FIRST_VERIFICATION_DAYS", 10, 9, "L08 Đ44.1; L25 Đ37.1"), ("BUYER_PAY_DAYS", 30, 30, "ND62 Đ27.3; ND152 Đ65.1"),
                             ("BUYER_PAY_DAYS_MAX", 30, 60, "ND62 Đ27.3; ND152 Đ65.1"), ("REVERIFY_MONTHS", 6, 6, "L08 Đ44.2; L25 Đ38.3"), ("TET_WINDOW_DAYS", 15, 15, "ND62 Đ13.2; ND152 Đ42.2"),
                             ("INTEREST_DEFAULT_RATE", 10, 10, "BLDS 2015 Đ468.2"), ("SMALL_VALUE", 10 * M, 5, "L08 Đ98.3; ND152 Đ60")):
    cases.append(case(f"{key} ngày cuối luật cũ", basis, "parameter", f"key: {key}, on: {OLD}", f"value: {old}"))
    cases.append(case(f"{key} ngày đầu luật mới", basis, "parameter", f"key: {key}, on: {NEW}", f"value: {new}"))
total += write("parameters", "section-15", cases)

# Fee (TT216).
salaries = [(day(row["from"]), int(row["value"])) for row in read("parameters") if row["key"] == "BASE_SALARY"]


def salary(on):
    return [value for first, value in salaries if first <= on][-1]


def whole_fee(total, on):
    if total <= 2 * salary(on):
        return F(0)
    for above, base, percent in ((15_000, 245, F(1, 100)), (10_000, 220, F(1, 2)), (7_000, 190, F(1)), (5_000, 150, F(2))):
        if total > above * M:
            return base * M + (total - above * M) * percent / 100
    return total * F(3, 100)


def fees(receipts, settled=False, exempt=False, reduction=0):
    running = charged = 0
    result = []
    for on, amount in receipts:
        running += amount
        due = 0 if exempt else half_up(whole_fee(running, day(on)) * (100 - F(str(reduction))) / 100 / (3 if settled else 1))
        fee = max(0, due - charged)
        charged += fee
        result.append(fee)
    return result


def fee_case(name, receipts, more="", basis="TT216 Đ4.1", **how):
    found = fees(receipts, **how)
    rows = ", ".join(f"{{ on: {on}, amount: {amount} }}" for on, amount in receipts)
    return case(name, basis, "fee", f"receipts: [{rows}]{more}", f"fees: [{', '.join(map(str, found))}], total: {sum(found)}")


cases = [
    case("M2: 18 tỷ trong 6 lần", "TT216 Đ5.2", "fee", "receipts: [" + ", ".join(f"{{ on: 2020-0{i + 1}-10, amount: {int(x * 1000) * M} }}" for i, x in enumerate((3, 4, 4.5, 4, 1.5, 1))) + "]",
         "fees: [90000000, 100000000, 37500000, 17550000, 150000, 100000], total: 245300000"),
    case("M3: 5 triệu đến 30/06/2026", "TT216 Đ6.4", "fee", "receipts: [{ on: 2026-06-30, amount: 5000000 }]", "fees: [150000], total: 150000"),
    case("M3: 5 triệu từ 01/07/2026", "TT216 Đ6.4", "fee", "receipts: [{ on: 2026-07-01, amount: 5000000 }]", "fees: [0], total: 0"),
]
for first, value in salaries:
    if first >= d.date(2016, 5, 1):
        on = max(first, d.date(2017, 1, 1)).isoformat()
        cases.append(fee_case(f"Đúng hai lần lương cơ sở từ {on}", [(on, 2 * value)], basis="TT216 Đ6.4"))
        cases.append(fee_case(f"Hơn hai lần lương cơ sở một đồng từ {on}", [(on, 2 * value + 1)], basis="TT216 Đ6.4"))
for bound in (5_000, 7_000, 10_000, 15_000):
    for more in (-1, 0, 1, 3_333_333):
        cases.append(fee_case(f"{bound} triệu {'và ' + str(more) + ' đồng' if more else 'tròn'}", [("2026-08-03", bound * M + more)]))
cases += [
    fee_case("Nhiều lần nhỏ dồn qua ngưỡng", [("2026-08-03", 2 * M), ("2026-08-04", 3 * M), ("2026-08-05", 60_000), ("2026-08-06", 1), ("2026-08-07", 10 * M)], basis="TT216 Đ5.3"),
    fee_case("Ngưỡng đổi giữa hai lần thu: đã thu thì không trả lại", [("2026-06-30", 5 * M), ("2026-07-01", 50_000)], basis="TT216 Đ5.3"),
    fee_case("Ngưỡng đổi giữa hai lần thu: lần sau vượt", [("2026-06-30", 4 * M), ("2026-07-01", 2 * M)], basis="TT216 Đ5.3"),
    fee_case("Một phần ba khi tự giao nhận", [("2026-08-03", 100 * M)], ", settled_between_parties: true", "TT216 Đ4.4", settled=True),
    fee_case("Một phần ba, lẻ đồng", [("2026-08-03", 100_000_001)], ", settled_between_parties: true", "TT216 Đ4.4", settled=True),
    fee_case("Được miễn", [("2026-08-03", 100 * M)], ", exempt: true", "TT216 Đ7.1", exempt=True),
    fee_case("Giảm 80 % hộ nghèo", [("2026-08-03", 100 * M)], ", reduction_percent: 80", "TT216 Đ7.2", reduction=80),
    fee_case("Giảm 80 % theo căn cứ", [("2026-08-03", 100 * M)], ", relief: poor", "TT216 Đ7.2", reduction=80),
    fee_case("Giảm 30 % khi tự xác minh", [("2026-08-03", 100 * M)], ", relief: verified", "TT216 Đ7.2", reduction=30),
    fee_case("Giảm 20 % khi có huy động lực lượng", [("2026-08-03", 100 * M)], ", relief: verified-forces", "TT216 Đ7.2", reduction=20),
    fee_case("Giảm ít hơn mức tối đa của căn cứ", [("2026-08-03", 100 * M)], ", relief: poor, reduction_percent: 50", "TT216 Đ7.2", reduction=50),
    fee_case("Cấp dưỡng không thu phí", [("2026-08-03", 100 * M)], ", relief: support", "TT216 Đ6.1", exempt=True),
    fee_case("Người có công được miễn", [("2026-08-03", 100 * M)], ", relief: merit", "TT216 Đ7.1", exempt=True),
    fee_case("Một phần ba và giảm 30 % nhân với nhau", [("2026-08-03", 77_777_777)], ", settled_between_parties: true, reduction_percent: 30", "TT216 Đ4.4, Đ7.2", settled=True, reduction=30),
    fee_case("Giảm 12,5 %", [("2026-08-03", 33_333_333)], ", reduction_percent: 12.5", "TT216 Đ7.2", reduction="12.5"),
    fee_case("Giảm 100 % là không thu", [("2026-08-03", 33_333_333)], ", reduction_percent: 100", "TT216 Đ7.2", reduction=100),
    fee_case("Không đồng nào", [("2026-08-03", 0)]),
    fee_case("Nửa đồng làm tròn lên", [("2026-08-03", 10_000_050)]),
]
for name, given, code in (
    ("trước biểu phí 2017", "receipts: [{ on: 2016-12-31, amount: 100000000 }]", "parameter.not-covered"),
    ("các lần thu ngược ngày", "receipts: [{ on: 2026-08-04, amount: 1 }, { on: 2026-08-03, amount: 1 }]", "fee.out-of-order"),
    ("giảm quá 100 %", "receipts: [{ on: 2026-08-04, amount: 1 }], reduction_percent: 101", "fee.bad-reduction"),
    ("giảm âm", "receipts: [{ on: 2026-08-04, amount: 1 }], reduction_percent: -1", "fee.bad-reduction"),
    ("giảm quá mức của căn cứ", "receipts: [{ on: 2026-08-04, amount: 1 }], relief: verified, reduction_percent: 31", "fee.reduction-above-max"),
    ("căn cứ không có", "receipts: [{ on: 2026-08-04, amount: 1 }], relief: friend", "fee-relief.unknown"),
    ("chưa thu lần nào", "exempt: true", "input.missing"),
    ("số tiền âm", "receipts: [{ on: 2026-08-04, amount: -1 }]", "amount.negative"),
    ("số tiền lẻ", "receipts: [{ on: 2026-08-04, amount: 1.5 }]", "input.unreadable"),
    ("số tiền quá lớn", "receipts: [{ on: 2026-08-04, amount: 9000000000000001 }]", "amount.too-large"),
    ("tổng quá lớn", "receipts: [{ on: 2026-08-04, amount: 9000000000000000 }, { on: 2026-08-04, amount: 1 }]", "amount.too-large"),
    ("cột lạ", "receipts: [{ on: 2026-08-04, amount: 1, fee: 2 }]", "input.unknown"),
):
    cases.append(case(f"Phí: {name}", "(không có)", "fee", given, f"refused: {code}"))
for name, given, payer, basis in (
    ("luật cũ: người được thi hành án", f"on: {OLD}, decision_on: 2026-01-05", "creditor", "TT216 Đ2"),
    ("luật cũ, người phải thi hành án yêu cầu: vẫn người được thi hành án", f"on: {OLD}, decision_on: 2026-01-05, debtor_requested: true", "creditor", "TT216 Đ2"),
    ("luật mới, người được thi hành án yêu cầu", f"on: {NEW}, decision_on: {NEW}", "creditor", "L25 Đ53.1"),
    ("luật mới, người phải thi hành án yêu cầu", f"on: {NEW}, decision_on: {NEW}, debtor_requested: true", "debtor", "L25 Đ53.1"),
    ("quyết định trước luật mới theo yêu cầu người phải thi hành án: không thu", f"on: {NEW}, decision_on: {OLD}, debtor_requested: true", "nobody", "L25 Đ115.4"),
    ("trong thời hạn tự nguyện: không thu", f"on: {NEW}, decision_on: {NEW}, debtor_requested: true, voluntary: true", "nobody", "L25 Đ53.1"),
):
    cases.append(case(f"Ai chịu phí, {name}", basis, "fee-payer", given, f"payer: {payer}"))
total += write("fee", "tt216", cases)

# Interest (BLDS Đ357, ND152 Đ29): every day by itself.


def interest(principal, rates, start, until, payments=(), excluded=()):
    left, sum_, at = principal, F(0), day(start)
    while at < day(until):
        left -= sum(amount for on, amount in payments if day(on) == at)
        at += one
        rate = [F(str(percent)) for first, percent in sorted(rates) if day(first) <= at]
        if not any(day(a) <= at <= day(b) for a, b in excluded):
            sum_ += F(left) * (rate[-1] if rate else F(str(rates[0][1]))) / 100 / 365
    left -= sum(amount for on, amount in payments if day(on) == at)
    return half_up(sum_), left


def interest_case(name, principal, rate, start, until, payments=(), excluded=(), rates=(), basis="ND152 Đ29.2"):
    found, left = interest(principal, rates or [(start, rate)], start, until, payments, excluded)
    given = f"principal: {principal}, " + (f"rates: [{', '.join(f'{{ from: {a}, percent: {b} }}' for a, b in rates)}], " if rates else f"rate_percent: {rate}, ") + f"from: {start}, until: {until}"
    given += f", payments: [{', '.join(f'{{ on: {a}, amount: {b} }}' for a, b in payments)}]" if payments else ""
    given += f", excluded: [{', '.join(f'{{ from: {a}, to: {b} }}' for a, b in excluded)}]" if excluded else ""
    return case(name, basis, "interest", given, f"interest: {found}, principal_left: {left}")


cases = [
    case("M1: 500 triệu, trả 100 triệu", "BLDS Đ468.2", "interest", "principal: 500000000, rate_percent: 10, from: 2026-01-15, until: 2026-07-20, payments: [{ on: 2026-04-15, amount: 100000000 }]", "interest: 22849315, principal_left: 400000000"),
    interest_case("Một ngày", 365 * M, 10, "2026-01-15", "2026-01-16"),
    interest_case("Cùng ngày: không có lãi", 365 * M, 10, "2026-01-15", "2026-01-15"),
    interest_case("Một năm thường", 500 * M, 10, "2025-01-15", "2026-01-15"),
    interest_case("Một năm nhuận: 366 ngày trên 365", 500 * M, 10, "2024-01-15", "2025-01-15"),
    interest_case("Qua ngày 29/02", 100 * M, 9, "2024-02-28", "2024-03-01"),
    interest_case("Nhiều năm", 1_234_567_891, "13.5", "2017-03-02", "2026-07-20"),
    interest_case("Lãi suất 20 %, trần của luật", 100 * M, 20, "2026-01-01", "2026-12-31", basis="BLDS Đ468.1"),
    interest_case("Trả hết ngay ngày đầu: không có lãi", 100 * M, 10, "2026-01-01", "2026-12-31", [("2026-01-01", 100 * M)]),
    interest_case("Trả ngày cuối: ngày cuối vẫn tính", 100 * M, 10, "2026-01-01", "2026-12-31", [("2026-12-31", 100 * M)]),
    interest_case("Trả sau ngày cuối không tính", 100 * M, 10, "2026-01-01", "2026-06-30", [("2026-07-01", 100 * M)][:0]),
    interest_case("Hai lần trả cùng ngày", 100 * M, 10, "2026-01-01", "2026-12-31", [("2026-05-05", 10 * M), ("2026-05-05", 20 * M)]),
    interest_case("Trả trước ngày đầu giảm gốc từ đầu", 100 * M, 10, "2026-01-10", "2026-12-31", [("2026-01-10", 10 * M)]),
    interest_case("Hoãn theo thỏa thuận không tính lãi", 100 * M, 10, "2026-01-01", "2026-12-31", (), [("2026-03-01", "2026-03-31")], basis="L25 Đ40"),
    interest_case("Hai khoảng loại trừ chồng nhau", 100 * M, 10, "2026-01-01", "2026-12-31", (), [("2026-03-01", "2026-03-31"), ("2026-03-20", "2026-04-10")]),
    interest_case("Khoảng loại trừ trước ngày đầu", 100 * M, 10, "2026-01-01", "2026-12-31", (), [("2025-03-01", "2025-12-31")]),
    interest_case("Khoảng loại trừ bắt đầu đúng ngày đầu", 100 * M, 10, "2026-01-01", "2026-12-31", (), [("2026-01-01", "2026-01-01")]),
    interest_case("Khoảng loại trừ đúng ngày cuối", 100 * M, 10, "2026-01-01", "2026-12-31", (), [("2026-12-31", "2027-02-01")]),
    interest_case("Trả trong khoảng loại trừ", 100 * M, 10, "2026-01-01", "2026-12-31", [("2026-03-10", 50 * M)], [("2026-03-01", "2026-03-31")]),
    interest_case("Lãi suất đổi theo thời gian: 9 % rồi 10 %", 100 * M, 0, "2016-07-01", "2017-06-30", rates=[("2010-12-01", 9), ("2017-01-01", 10)], basis="BLDS 2005 Đ305.2; BLDS 2015 Đ468.2"),
    interest_case("Lãi suất đổi, trả và loại trừ cùng nhau", 987_654_321, 0, "2016-07-01", "2018-06-30", [("2016-12-31", 100 * M), ("2017-08-08", 87_654_321)], [("2017-03-03", "2017-04-04")], [("2016-01-01", "9.25"), ("2017-01-01", 10), ("2018-01-01", "8.125")]),
    interest_case("Một đồng gốc", 1, 10, "2020-01-01", "2026-01-01"),
    interest_case("Không đồng gốc", 0, 10, "2020-01-01", "2026-01-01"),
    interest_case("Qua 1/7/2026 không đổi cách tính", 100 * M, 10, "2026-06-29", "2026-07-02"),
    case("Trả sau ngày cuối không tính vào gốc còn lại", "ND152 Đ29.2", "interest", "principal: 100000000, rate_percent: 10, from: 2026-01-01, until: 2026-06-30, payments: [{ on: 2026-07-01, amount: 100000000 }]", f"interest: {interest(100 * M, [('2026-01-01', 10)], '2026-01-01', '2026-06-30')[0]}, principal_left: 100000000"),
]
for name, given, code in (
    ("ngày cuối trước ngày đầu", "principal: 100, rate_percent: 10, from: 2026-01-02, until: 2026-01-01", "interest.backwards"),
    ("năm gõ sai", "principal: 100, rate_percent: 10, from: 2026-01-02, until: 2206-01-01", "interest.too-late"),
    ("lãi suất âm", "principal: 100, rate_percent: -1, from: 2026-01-02, until: 2026-02-01", "interest.bad-rate"),
    ("trả nhiều hơn gốc", "principal: 100, rate_percent: 10, from: 2026-01-02, until: 2026-02-01, payments: [{ on: 2026-01-10, amount: 101 }]", "interest.payment-above-principal"),
    ("hai lần trả cộng lại nhiều hơn gốc", "principal: 100, rate_percent: 10, from: 2026-01-02, until: 2026-02-01, payments: [{ on: 2026-01-10, amount: 60 }, { on: 2026-01-20, amount: 41 }]", "interest.payment-above-principal"),
    ("chưa có lãi suất cho ngày đầu", "principal: 100, from: 2026-01-02, until: 2026-02-01, rates: [{ from: 2026-01-10, percent: 10 }]", "interest.no-rate"),
    ("khoảng loại trừ ngược", "principal: 100, rate_percent: 10, from: 2026-01-02, until: 2026-02-01, excluded: [{ from: 2026-01-10, to: 2026-01-09 }]", "period.backwards"),
    ("thiếu gốc", "rate_percent: 10, from: 2026-01-02, until: 2026-02-01", "input.missing"),
    ("thiếu lãi suất", "principal: 100, from: 2026-01-02, until: 2026-02-01", "input.missing"),
    ("lãi suất không phải số", "principal: 100, rate_percent: mười, from: 2026-01-02, until: 2026-02-01", "input.unreadable"),
):
    cases.append(case(f"Lãi: {name}", "(không có)", "interest", given, f"refused: {code}"))
total += write("interest", "nd152-29", cases)

# Sharing (L08 Đ47, L25 Đ54).
RANKS = {True: dict(maintenance=1, wage=1, injury_compensation=1, court_fee=2, fine=3, disgorgement=3, social_insurance=4, ordinary=5),
         False: dict(maintenance=1, wage=1, injury_compensation=1, court_fee=2, fine=3, disgorgement=3, social_insurance=3, ordinary=3)}


def share(on, received, claims, costs=0, rent=0, transfer_taxes=0, coercion_on=None):
    left, short, paid = received, 0, {claim["id"]: 0 for claim in claims}
    for amount in (costs, rent, transfer_taxes):
        taken = min(amount, left)
        left, short = left - taken, short + amount - taken
    kinds_ = {claim["id"]: claim for claim in claims}
    ranks = RANKS[on >= NEW]

    def order(claim):
        if claim.get("secured"):
            return (0, 1, 0, 0)
        if claim["kind"] == "court_fee" and claim.get("of") and kinds_[claim["of"]].get("secured"):
            return (0, 0, 0, 0)
        late = bool(coercion_on and claim.get("requested_on") and claim["requested_on"] > coercion_on)
        of = claim.get("interest_of")
        return (1, late, ranks[(kinds_[of] if of else claim)["kind"]], bool(of))

    for rank in sorted({order(claim) for claim in claims}):
        group = [claim for claim in claims if order(claim) == rank]
        owed = sum(claim["amount"] for claim in group)
        pot = min(left, owed)
        exact = [F(pot * claim["amount"], owed) if owed else F(0) for claim in group]
        parts = [int(x) for x in exact]
        for i in sorted(range(len(group)), key=lambda i: (-(exact[i] - parts[i]), i))[: pot - sum(parts)]:
            parts[i] += 1
        for claim, part in zip(group, parts):
            paid[claim["id"]] = part
        left -= pot
    return paid, left, short


def share_case(name, basis, on, received, claims, **how):
    paid, surplus, short = share(on, received, claims, **how)
    text = ", ".join("{ " + ", ".join(f"{k}: {str(v).lower() if isinstance(v, bool) else v}" for k, v in claim.items()) + " }" for claim in claims)
    more = "".join(f", {k}: {v}" for k, v in how.items())
    return case(name, basis, "distribution", f"on: {on}, received: {received}{more}, claims: [{text}]", f"paid: {{ {', '.join(f'{k}: {v}' for k, v in paid.items())} }}, surplus: {surplus}, shortfall: {short}")


def claim(id_, kind, amount, **more):
    return dict(id=id_, kind=kind, amount=amount, **more)


five = [claim("A", "maintenance", 86_280_000), claim("P", "court_fee", 20 * M), claim("F", "fine", 30 * M), claim("I", "social_insurance", 50 * M), claim("X", "ordinary", 800 * M), claim("Y", "ordinary", 600 * M)]
m5 = "claims: [" + ", ".join("{ " + ", ".join(f"{k}: {v}" for k, v in c.items()) + " }" for c in five) + "]"
cases = [
    case("M5, luật mới: năm hàng", "L25 Đ54.1", "distribution", "on: 2026-08-03, received: 1000000000, costs: 30000000, rent: 63720000, transfer_taxes: 20000000, " + m5, "paid: { A: 86280000, P: 20000000, F: 30000000, I: 50000000, X: 400000000, Y: 300000000 }, surplus: 0"),
    case("M5, luật cũ: ba hàng", "L08 Đ47.1", "distribution", "on: 2026-06-30, received: 980000000, costs: 30000000, rent: 63720000, " + m5, "paid: { A: 86280000, P: 20000000, F: 15810811, I: 26351351, X: 421621622, Y: 316216216 }, surplus: 0"),
]
for on, law in ((OLD, "L08 Đ47.1"), (NEW, "L25 Đ54.1")):
    when = "luật cũ" if on == OLD else "luật mới"
    every = [claim(f"K{i}", kind, (i + 1) * 10 * M) for i, kind in enumerate(RANKS[True])]
    for received in (0, 1, 25 * M, 65 * M, 105 * M, 130 * M, 200 * M, 299_999_999, 360 * M, 361 * M):
        cases.append(share_case(f"Tám loại khoản, thu {received} đồng, {when}", law, on, received, every))
    cases += [
        share_case(f"Ba khoản bằng nhau, dư một đồng: khoản đầu nhận, {when}", law, on, 100, [claim(x, "ordinary", 50) for x in "ABC"]),
        share_case(f"Ba khoản bằng nhau, dư hai đồng, {when}", law, on, 101, [claim(x, "ordinary", 50) for x in "ABC"]),
        share_case(f"Phần lẻ lớn nhất nhận trước, {when}", law, on, 100, [claim("A", "ordinary", 10), claim("B", "ordinary", 333), claim("C", "ordinary", 17)]),
        share_case(f"Chi phí hơn số thu: thiếu, không ai được gì, {when}", law, on, 20 * M, [claim("A", "maintenance", 5 * M)], costs=30 * M),
        share_case(f"Chi phí và tiền thuê nhà hơn số thu, {when}", law, on, 80 * M, [claim("A", "maintenance", 5 * M)], costs=30 * M, rent=63_720_000),
        share_case(f"Đúng bằng các khoản trừ, {when}", law, on, 93_720_000, [claim("A", "maintenance", 5 * M)], costs=30 * M, rent=63_720_000),
        share_case(f"Khoản bảo đảm trước mọi hàng, sau án phí của nó, {when}", "L25 Đ54.3" if on == NEW else "L08 Đ47.3", on, 500 * M, [claim("W", "wage", 100 * M), claim("B", "ordinary", 450 * M, secured=True), claim("P", "court_fee", 20 * M, of="B"), claim("Q", "court_fee", 10 * M)]),
        share_case(f"Khoản bảo đảm nhận hết, còn lại cho hàng một, {when}", "L25 Đ54.3" if on == NEW else "L08 Đ47.3", on, 600 * M, [claim("W", "wage", 100 * M), claim("B", "ordinary", 450 * M, secured=True), claim("P", "court_fee", 20 * M, of="B"), claim("Q", "court_fee", 10 * M)]),
        share_case(f"Khoản bảo đảm không có án phí, {when}", "L25 Đ54.3" if on == NEW else "L08 Đ47.3", on, 300 * M, [claim("W", "wage", 100 * M), claim("B", "ordinary", 450 * M, secured=True)]),
        share_case(f"Người yêu cầu sau quyết định cưỡng chế nhận phần còn lại, {when}", "L25 Đ54.2b" if on == NEW else "L08 Đ47.2b", on, 250 * M, [claim("A", "ordinary", 100 * M, requested_on="2026-01-05"), claim("B", "ordinary", 100 * M, requested_on="2026-03-02"), claim("C", "wage", 100 * M, requested_on="2026-03-03")], coercion_on="2026-03-02"),
        share_case(f"Trước, trong và sau ngày cưỡng chế, thu ít, {when}", "L25 Đ54.2b" if on == NEW else "L08 Đ47.2b", on, 150 * M, [claim("A", "ordinary", 100 * M, requested_on="2026-01-05"), claim("B", "ordinary", 100 * M, requested_on="2026-03-02"), claim("C", "wage", 100 * M, requested_on="2026-03-03")], coercion_on="2026-03-02"),
        share_case(f"Không theo quyết định cưỡng chế: ngày yêu cầu không đổi gì, {when}", law, on, 150 * M, [claim("A", "ordinary", 100 * M, requested_on="2026-01-05"), claim("C", "ordinary", 100 * M, requested_on="2026-03-03")]),
        share_case(f"Lãi chậm thi hành theo hàng của gốc, sau gốc, {when}", "OQ9", on, 130 * M, [claim("A", "wage", 100 * M), claim("L", "ordinary", 20 * M, interest_of="A"), claim("X", "ordinary", 100 * M)]),
        share_case(f"Không có khoản nào: tất cả trả lại, {when}", law, on, 5 * M, []),
        share_case(f"Khoản không đồng, {when}", law, on, 5 * M, [claim("A", "ordinary", 0), claim("B", "ordinary", 3 * M)]),
    ]
cases.append(share_case("Thuế chuyển nhượng hơn số còn lại, luật mới", "L25 Đ54.1", NEW, 40 * M, [claim("A", "wage", M)], costs=30 * M, transfer_taxes=20 * M))
for name, given, code in (
    ("luật cũ không trừ thuế chuyển nhượng", "on: 2026-06-30, received: 100, transfer_taxes: 1, claims: [{ id: A, kind: wage, amount: 5 }]", "distribution.not-in-regime"),
    ("loại khoản không có", "on: 2026-07-01, received: 100, claims: [{ id: A, kind: gift, amount: 5 }]", "distribution.unknown-kind"),
    ("hai khoản cùng mã", "on: 2026-07-01, received: 100, claims: [{ id: A, kind: wage, amount: 5 }, { id: A, kind: fine, amount: 5 }]", "distribution.duplicate-id"),
    ("án phí của khoản không có", "on: 2026-07-01, received: 100, claims: [{ id: A, kind: court_fee, amount: 5, of: Z }]", "distribution.unknown-of"),
    ("lãi của khoản không có", "on: 2026-07-01, received: 100, claims: [{ id: A, kind: ordinary, amount: 5, interest_of: Z }]", "distribution.unknown-of"),
    ("trước luật 2008", "on: 2009-06-30, received: 100, claims: [{ id: A, kind: wage, amount: 5 }]", "payment-rank.not-covered"),
    ("số thu âm", "on: 2026-07-01, received: -1, claims: [{ id: A, kind: wage, amount: 5 }]", "amount.negative"),
    ("khoản không có mã", "on: 2026-07-01, received: 1, claims: [{ kind: wage, amount: 5 }]", "input.missing"),
    ("tổng quá lớn", "on: 2026-07-01, received: 9000000000000000, claims: [{ id: A, kind: wage, amount: 5 }]", "amount.too-large"),
):
    cases.append(case(f"Thanh toán: {name}", "(không có)", "distribution", given, f"refused: {code}"))
total += write("sharing", "l08-47-l25-54", cases)

# Income.
wages = {(row["region"], row["from"]): int(row["value"]) for row in read("parameters") if row["key"] == "REGION_MIN_WAGE"}
cases = []
for region, wage in (("I", 5_310_000), ("II", 4_730_000), ("III", 4_140_000), ("IV", 3_700_000)):
    for dependants in (0, 1, 3):
        for more in (-1, 0, 1, 5 * M):
            income = wage * (1 + dependants) + more
            cases.append(case(f"Vùng {region}, {dependants} người phụ thuộc, thu nhập {income}", "ND152 Đ51", "income-deduction", f"on: 2026-08-03, income: {income}, region: {region}, dependants: {dependants}", f"deduct: {max(0, more)}"))
for income in (0, 1, 5, 10 * M, 12_345_678):
    cases.append(case(f"Luật cũ: không quá 30 % của {income}", "L08 Đ78", "income-deduction", f"on: {OLD}, income: {income}, region: I, dependants: 2", f"deduct: {half_up(F(income) * 3 / 10)}"))
cases += [
    case("Luật cũ không cần vùng", "L08 Đ78", "income-deduction", f"on: {OLD}, income: 10000000", "deduct: 3000000"),
    case("Luật mới cần vùng", "ND152 Đ51", "income-deduction", f"on: {NEW}, income: 10000000", "refused: parameter.needs-region"),
    case("Vùng không có", "ND152 Đ51", "income-deduction", f"on: {NEW}, income: 10000000, region: VI", "refused: parameter.unknown-region"),
    case("Số người phụ thuộc âm", "ND152 Đ51", "income-deduction", f"on: {NEW}, income: 10000000, region: I, dependants: -1", "refused: income.dependants"),
    case("Thu nhập âm", "ND152 Đ51", "income-deduction", f"on: {NEW}, income: -1, region: I", "refused: amount.negative"),
    case("Trước luật 2008", "(không có)", "income-deduction", "on: 2009-06-30, income: 10000000", "refused: parameter.not-covered"),
]
total += write("income", "l08-78-nd152-51", cases)

# Thresholds, rent, price cuts, costs.
cases = []
bounds = {("small-value", OLD): (10 * M, "<="), ("small-value", NEW): (5 * 5_310_000, "<="), ("no-auction", OLD): (2 * M, "<"), ("no-auction", NEW): (5 * 5_310_000, "<="),
          ("post-payout", OLD): (2_340_000, "<"), ("post-payout", NEW): (5_310_000, "<"), ("savings", OLD): (0, ">"), ("savings", NEW): (2 * 5_310_000, ">")}
articles = {("small-value", OLD): "L08 Đ98.3", ("small-value", NEW): "ND152 Đ60", ("no-auction", OLD): "L08 Đ101.3", ("no-auction", NEW): "L25 Đ83.2.b", ("post-payout", OLD): "ND62 Đ49.2",
            ("post-payout", NEW): "ND152 Đ30.5", ("savings", OLD): "L08 Đ126", ("savings", NEW): "ND152 Đ41.2"}
for (code, on), (bound, sign) in bounds.items():
    for amount in ((bound - 1, bound, bound + 1) if bound else (0, 1)):
        holds = amount <= bound if sign == "<=" else amount < bound if sign == "<" else amount > bound
        cases.append(case(f"Ngưỡng {code} ngày {on}: {amount}", articles[code, on], "threshold", f"code: {code}, on: {on}, region: I, amount: {amount}", f"bound: {bound}, holds: {str(holds).lower()}"))
for region, wage in (("II", 4_730_000), ("III", 4_140_000), ("IV", 3_700_000)):
    cases.append(case(f"Giá trị nhỏ, vùng {region}", "ND152 Đ60", "threshold", f"code: small-value, on: {NEW}, region: {region}", f"bound: {5 * wage}"))
    cases.append(case(f"Thuê nhà một năm, vùng {region}", "ND152 Đ67.3", "rent", f"on: {NEW}, region: {region}", f"rent: {12 * wage}"))
cases += [
    case("Thuê nhà một năm, vùng I", "ND152 Đ67.3", "rent", "on: 2026-07-01, region: I", "rent: 63720000"),
    case("Luật cũ: giá thuê trung bình tại địa phương", "L08 Đ115.5", "rent", "on: 2026-06-30, monthly_average: 3500000", "rent: 42000000"),
    case("Luật cũ cần giá thuê", "L08 Đ115.5", "rent", "on: 2026-06-30, region: I", "refused: rent.needs-average"),
    case("Luật mới cần vùng", "ND152 Đ67.3", "rent", "on: 2026-07-01", "refused: parameter.needs-region"),
    case("Trước luật 2008", "(không có)", "rent", "on: 2009-06-30, monthly_average: 1", "refused: parameter.not-covered"),
    case("Giá thuê quá lớn", "L08 Đ115.5", "rent", "on: 2026-06-30, monthly_average: 9000000000000000", "refused: amount.too-large"),
    case("Ngưỡng không có", "(không có)", "threshold", "code: huge, on: 2026-07-01", "refused: threshold.unknown"),
    case("Ngưỡng trước luật 2008", "(không có)", "threshold", "code: small-value, on: 2009-06-30", "refused: threshold.not-covered"),
    case("Ngưỡng theo lương cần vùng", "ND152 Đ60", "threshold", "code: small-value, on: 2026-07-01", "refused: parameter.needs-region"),
    case("Luật cũ không có mức để lại cho kinh doanh", "(không có)", "threshold", "code: living-left, on: 2026-06-30", "refused: threshold.not-covered"),
    case("Để lại cho sinh hoạt khi thu tiền kinh doanh", "ND152 Đ50.1", "threshold", "code: living-left, on: 2026-07-01, region: IV", "bound: 3700000"),
    case("M8: giảm giá một lần", "L25 Đ83.3", "price-cut", "on: 2026-08-03, price: 1000000000", "prices: [900000000]"),
    case("M8: giảm hai lần, được nhận ở 810", "L25 Đ83.3", "price-cut", "on: 2026-08-03, price: 1000000000, count: 2", "prices: [900000000, 810000000], taken_at: 810000000"),
    case("M8: giảm ba lần", "L25 Đ83.3", "price-cut", "on: 2026-08-03, price: 1000000000, count: 3", "prices: [900000000, 810000000, 729000000], taken_at: 729000000"),
    case("M8: luật cũ", "L08 Đ104", "price-cut", "on: 2026-06-30, price: 1000000000, count: 2", "prices: [900000000, 810000000], taken_at: 810000000"),
    case("Giảm 5 %", "L25 Đ83.3", "price-cut", "on: 2026-08-03, price: 1000000000, count: 2, percent: 5", "prices: [950000000, 902500000], taken_at: 902500000"),
    case("Giảm 7,5 %, lẻ đồng", "L25 Đ83.3", "price-cut", "on: 2026-08-03, price: 333333333, percent: 7.5", f"prices: [{half_up(F(333_333_333) * F(925, 1000))}]"),
    case("Giảm quá 10 %", "L25 Đ83.3", "price-cut", "on: 2026-08-03, price: 1000000000, percent: 10.1", "refused: price-cut.above-max"),
    case("Giảm 0 %", "L25 Đ83.3", "price-cut", "on: 2026-08-03, price: 1000000000, percent: 0", "refused: price-cut.percent"),
    case("Không lần nào", "L25 Đ83.3", "price-cut", "on: 2026-08-03, price: 1000000000, count: 0", "refused: price-cut.count"),
    case("Giảm giá trước luật 2008", "(không có)", "price-cut", "on: 2009-06-30, price: 1000000000", "refused: parameter.not-covered"),
]
for work, role, rate in (("coercion", "lead", 1_000_000), ("coercion", "other", 500_000), ("meeting", "chair", 300_000), ("meeting", "member", 200_000), ("field", "official", 150_000), ("field", "other", 200_000),
                         ("relief-session", "any", 200_000), ("handover", "any", 200_000), ("destruction", "lead", 300_000), ("destruction", "other", 200_000), ("expert-report", "any", 1_000_000)):
    cases.append(case(f"Mức chi {work}/{role}", "ND152 Đ84", "cost-rate", f"on: 2026-08-03, work: {work}, role: {role}, times: 7", f"rate: {rate}, total: {7 * rate}"))
cases += [
    case("Mức chi của luật cũ chưa có văn bản", "(TT 200/2016/TT-BTC)", "cost-rate", "on: 2026-06-30, work: coercion, role: lead", "refused: cost-rate.not-covered"),
    case("Vai trò không có", "ND152 Đ84", "cost-rate", "on: 2026-07-01, work: coercion, role: cook", "refused: cost-rate.unknown"),
    case("Số công âm", "ND152 Đ84", "cost-rate", "on: 2026-07-01, work: coercion, role: lead, times: -1", "refused: cost-rate.times"),
    case("Giảm một nửa chi phí cưỡng chế", "ND152 Đ87", "cost-relief", "on: 2026-07-01, ground: hardship, costs: 10000001", "relieved: 5000001"),
    case("Giảm không quá số còn phải nộp", "ND152 Đ87", "cost-relief", "on: 2026-07-01, ground: hardship, costs: 10000000, paid: 7000000", "relieved: 3000000"),
    case("Gia đình chính sách đã nộp đúng một nửa: miễn phần còn lại", "ND152 Đ87", "cost-relief", "on: 2026-07-01, ground: merit, costs: 10000000, paid: 5000000", "relieved: 5000000"),
    case("Gia đình chính sách nộp chưa đủ một nửa", "ND152 Đ87", "cost-relief", "on: 2026-07-01, ground: merit, costs: 10000000, paid: 4999999", "relieved: 0"),
    case("Căn cứ giảm chi phí không có", "ND152 Đ87", "cost-relief", "on: 2026-07-01, ground: friend, costs: 1", "refused: cost-relief.unknown"),
    case("Giảm chi phí theo luật cũ chưa có văn bản", "(không có)", "cost-relief", "on: 2026-06-30, ground: merit, costs: 1", "refused: cost-relief.not-covered"),
    case("Nộp nhiều hơn chi phí", "ND152 Đ87", "cost-relief", "on: 2026-07-01, ground: merit, costs: 1, paid: 2", "refused: cost-relief.paid-above-costs"),
]
total += write("sale", "thresholds-rent-cuts-costs", cases)

# Relief (L08 Đ61, L25 Đ42).


def years_after(first, count):
    return d.date(first.year + count, first.month, min(first.day, 28)) if (first.month, first.day) == (2, 29) and (first.year + count) % 4 else d.date(first.year + count, first.month, first.day)


def relief(on, first, original, rest, partly):
    waited = lambda years: on >= years_after(first, years)
    if on >= day(NEW):
        if rest < 5 * M:
            return waited(5), half_up(0)
        if rest < 10 * M and waited(10):
            return True, 0
        if rest <= 100 * M:
            return False, half_up(F(rest, 4)) if waited(5) else 0
        return False, min(half_up(F(rest, 5)), 50 * M) if waited(10) else 0
    if original < 2 * M and waited(5) or original < 5 * M and waited(10):
        return True, 0
    if not partly:
        return False, 0
    if rest < 5 * M and waited(5) or rest < 10 * M and waited(10):
        return True, 0
    if 10 * M <= rest <= 100 * M and waited(5):
        return False, half_up(F(rest, 4))
    return (False, min(half_up(F(rest, 5)), 50 * M)) if rest > 100 * M and waited(10) else (False, 0)


cases = []
for on in (OLD, NEW):
    basis = "L08 Đ61" if on == OLD else "L25 Đ42"
    at = day(on)
    for years in (5, 10):
        for shift in (0, 1):
            first = d.date(at.year - years, at.month, at.day) + d.timedelta(days=shift)
            for rest in (1_999_999, 2 * M, 4_999_999, 5 * M, 9_999_999, 10 * M, 100 * M, 100_000_001, 250 * M, 250_000_001):
                for partly in ((False, True) if on == OLD else (False,)):
                    exempt, most = relief(at, first, rest if not partly else rest + 20 * M, rest, partly)
                    cases.append(case(f"Còn {rest}, {'đủ' if not shift else 'thiếu một ngày'} {years} năm{', đã nộp một phần' if partly else ''}, ngày {on}", basis, "relief",
                                      f"on: {on}, first_decision: {first}, original: {rest + 20 * M if partly else rest}, remaining: {rest}, partly_performed: {str(partly).lower()}", f"exempt: {str(exempt).lower()}, reduce_at_most: {most}"))
cases += [
    case("Nhuận: quyết định 29/02/2020, đủ 5 năm ngày 28/02/2025", "L08 Đ61", "relief", "on: 2025-02-28, first_decision: 2020-02-29, original: 1000000, remaining: 1000000", "exempt: true, reduce_at_most: 0"),
    case("Thiên tai, đã nộp một phần: miễn phần còn lại, không cần năm", "L25 Đ42.3", "relief", "on: 2026-08-03, first_decision: 2026-01-05, original: 90000000, remaining: 80000000, partly_performed: true, hardship: true", "exempt: true, reduce_at_most: 0"),
    case("Thiên tai nhưng chưa nộp gì", "L25 Đ42.3", "relief", "on: 2026-08-03, first_decision: 2026-01-05, original: 90000000, remaining: 90000000, hardship: true", "exempt: false, reduce_at_most: 0"),
    case("Thiên tai theo luật cũ", "L08 Đ61.4", "relief", "on: 2026-06-30, first_decision: 2026-01-05, original: 90000000, remaining: 80000000, partly_performed: true, hardship: true", "exempt: true, reduce_at_most: 0"),
    case("Mỗi năm một lần: chưa đủ năm", "L25 Đ42", "relief", "on: 2026-08-03, first_decision: 2015-01-05, original: 80000000, remaining: 80000000, last_relief: 2025-08-04", "exempt: false, reduce_at_most: 0"),
    case("Mỗi năm một lần: vừa đủ năm", "L25 Đ42", "relief", "on: 2026-08-03, first_decision: 2015-01-05, original: 80000000, remaining: 80000000, last_relief: 2025-08-03", "exempt: false, reduce_at_most: 20000000"),
    case("Còn nhiều hơn ban đầu", "(không có)", "relief", "on: 2026-08-03, first_decision: 2015-01-05, original: 1, remaining: 2", "refused: relief.remaining-above-original"),
    case("Trước quyết định đầu tiên", "(không có)", "relief", "on: 2026-08-03, first_decision: 2026-08-04, original: 2, remaining: 2", "refused: relief.before-first"),
    case("Trước luật 2008", "(không có)", "relief", "on: 2009-06-30, first_decision: 2001-08-04, original: 2, remaining: 2", "refused: relief.not-covered"),
    case("Số còn lại âm", "(không có)", "relief", "on: 2026-08-03, first_decision: 2015-01-05, original: 1, remaining: -2", "refused: amount.negative"),
]
total += write("relief", "l08-61-l25-42", cases)

# Limitation.
GROUNDS = {True: {"emergency", "obstacle", "force_majeure"}, False: {"postponed", "suspended", "obstacle", "force_majeure"}}


def last_day(due_on, requested, excluded=()):
    plain = end = years_after(due_on, 5)
    held = [(day(a), day(b)) for a, b, ground in excluded if ground in GROUNDS[requested >= day(NEW)]]
    while True:
        count = sum(any(a <= due_on + d.timedelta(days=i) <= b for a, b in held) for i in range(1, (end - due_on).days + 1))
        if plain + d.timedelta(days=count) == end:
            return end, roll(end)
        end = plain + d.timedelta(days=count)


def limitation_case(name, due_on, requested, excluded=(), basis=None):
    end, last = last_day(day(due_on), day(requested), excluded)
    given = f"due_on: {due_on}, requested_on: {requested}" + (f", excluded: [{', '.join(f'{{ from: {a}, to: {b}, ground: {c} }}' for a, b, c in excluded)}]" if excluded else "")
    return case(name, basis or ("L25 Đ34.2" if requested >= NEW else "L08 Đ30.1"), "limitation", given, f"accepted: {str(day(requested) <= last).lower()}, last_day: {last}, uncertain: {str(end < day(requested) <= last).lower()}")


cases = []
for due_on in ("2020-11-24", "2021-07-01", "2016-02-29", "2021-05-01", "2021-09-02", "2015-06-30", "2021-08-16", "2013-04-26"):
    end, last = last_day(day(due_on), day("2026-08-03"))
    for requested in sorted({end, last, last + one, d.date(end.year, 1, 5)}):
        cases.append(limitation_case(f"Đến hạn {due_on}, yêu cầu {requested}", due_on, requested.isoformat()))
for ground in ("postponed", "suspended", "obstacle", "force_majeure", "emergency", "holiday"):
    for requested in (OLD, NEW, "2026-08-31"):
        cases.append(limitation_case(f"Loại trừ {ground}, yêu cầu {requested}", "2021-05-12", requested, [("2023-03-01", "2023-05-29", ground)]))
cases += [
    limitation_case("Hai khoảng loại trừ chồng nhau", "2021-05-12", "2026-08-03", [("2023-03-01", "2023-05-29", "obstacle"), ("2023-05-01", "2023-06-30", "force_majeure")]),
    limitation_case("Khoảng loại trừ trước ngày đến hạn không tính", "2021-05-12", "2026-08-03", [("2020-03-01", "2020-05-29", "obstacle")]),
    limitation_case("Khoảng loại trừ sau khi đã hết không tính", "2021-05-12", "2026-08-03", [("2026-06-01", "2026-06-29", "obstacle")]),
    limitation_case("Khoảng loại trừ vắt qua ngày hết", "2021-05-12", "2026-08-03", [("2026-05-01", "2026-06-29", "obstacle")]),
    limitation_case("Khoảng này đẩy ngày hết vào khoảng kia", "2021-05-12", "2026-08-31", [("2022-01-01", "2022-01-31", "obstacle"), ("2026-06-01", "2026-07-15", "force_majeure")]),
    case("Yêu cầu lại sau khi được gửi lại: không có thời hiệu", "L25 Đ34.2", "limitation", "due_on: 2009-01-05, requested_on: 2026-08-03, re_request: true", "accepted: true"),
    case("Thời hiệu trước luật 2008", "(không có)", "limitation", "due_on: 2003-01-05, requested_on: 2009-06-30", "refused: limitation.not-covered"),
    case("Thời hiệu ngoài lịch", "(không có)", "limitation", "due_on: 2046-01-05, requested_on: 2046-06-30", "refused: calendar.not-covered"),
    case("Khoảng loại trừ ngược", "(không có)", "limitation", "due_on: 2021-05-12, requested_on: 2026-08-03, excluded: [{ from: 2023-03-02, to: 2023-03-01, ground: obstacle }]", "refused: period.backwards"),
    case("Thiếu ngày yêu cầu", "(không có)", "limitation", "due_on: 2021-05-12", "refused: input.missing"),
]
total += write("limitation", "l08-30-l25-34", cases)

# Coercion.
cases = []


def window_case(name, at, forces=False, basis="L25 Đ72.5", tet=None):
    moment = d.datetime.fromisoformat(at)
    leave = sorted(day(row["date"]) for row in read("holidays") if row["kind"] == "holiday" and "Tết Nguyên đán" in row["name_vi"] and row["date"][:4] == at[:4])
    first, last = (lunar[moment.year][0],) * 2 if tet else (leave[0], leave[-1])
    reason = ("coercion.night" if moment.hour >= 22 or moment.hour < 6 else "coercion.rest-day" if not worked(moment.date())
              else "coercion.tet" if forces and first - 15 * one <= moment.date() <= last + 15 * one else None)
    given = f'at: "{at}"' + (", forces: true" if forces else "") + (f", tet: {tet}" if tet else "")
    return case(name, basis if at >= NEW else "L08 Đ46.2; ND62 Đ13.2", "coercion-window", given, "allowed: true" if reason is None else f"allowed: false, reason: {reason}")


for on in ("2026-06-29", "2026-07-02"):
    for time in ("00:00", "05:59", "06:00", "12:00", "21:59", "22:00", "23:59"):
        cases.append(window_case(f"Lúc {time} ngày {on}", f"{on} {time}"))
for on, what in (("2026-11-24", "Ngày Văn hóa"), ("2026-08-22", "thứ Bảy làm bù"), ("2026-08-31", "nghỉ hoán đổi"), ("2026-09-02", "Quốc khánh"), ("2026-07-04", "thứ Bảy"), ("2026-07-05", "Chủ nhật"), ("2026-04-26", "Giỗ Tổ"), ("2026-04-27", "nghỉ bù Giỗ Tổ")):
    cases.append(window_case(f"{what} {on}", f"{on} 09:00"))
for year in range(2015, 2028):
    leave = sorted(day(row["date"]) for row in read("holidays") if row["kind"] == "holiday" and "Tết Nguyên đán" in row["name_vi"] and row["date"].startswith(str(year)))
    a, b = leave[0] - 15 * one, leave[-1] + 15 * one
    for at, what in ((a - one, "trước cửa sổ Tết"), (a, "đầu cửa sổ Tết"), (b, "cuối cửa sổ Tết"), (b + one, "sau cửa sổ Tết")):
        cases.append(window_case(f"{what.capitalize()} {year}, có huy động lực lượng", f"{at} 09:00", True, "ND152 Đ42.2"))
    cases.append(window_case(f"Trong cửa sổ Tết {year}, không huy động lực lượng", f"{roll(a)} 09:00", False, "ND152 Đ42.2"))
    cases.append(window_case(f"Cửa sổ Tết {year} tính từ mùng 1", f"{roll(lunar[year][0] + 16 * one)} 09:00", True, "ND152 Đ42.2", "first-day"))
cases += [
    case("Cưỡng chế cần giờ", "L25 Đ72.5", "coercion-window", "at: 2026-08-03", "refused: coercion.needs-time"),
    case("Cưỡng chế ngoài lịch", "(không có)", "coercion-window", 'at: "2014-08-03 09:00"', "refused: calendar.not-covered"),
    case("Giờ gõ sai", "(không có)", "coercion-window", 'at: "2026-08-03 25:00"', "refused: input.unreadable"),
    case("Sau lịch đã công bố: dự kiến", "L25 Đ72.5", "coercion-window", 'at: "2030-08-05 09:00"', "allowed: true, provisional: true"),
]
total += write("coercion", "l08-46-l25-72", cases)
print(total)
