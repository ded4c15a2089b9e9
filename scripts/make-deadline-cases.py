"""Writes tests/Thads.Law.Tests/cases/deadlines and cases/calendar by a plain day-by-day walk over the tables: independent of the C#.

    python3 scripts/make-deadline-cases.py
"""
import datetime as d

from case_book import case, due, lunar, one, read, worked, write

total = 0
rules = {(row["code"], row["regime"]): row for row in read("deadlines")}
codes = {row["code"]: row["title_vi"] for row in read("deadline-codes")}
by_article = {}
for i, (code, title) in enumerate(codes.items()):
    for regime, start in (("old", d.date(2026, 4, 22) - d.timedelta(days=i * 11)), ("new", d.date(2026, 11, 23) - d.timedelta(days=i % 90))):
        row = rules.get((code, regime))
        text = start.isoformat()
        if row is None:
            other = rules[(code, "new" if regime == "old" else "old")]
            by_article.setdefault(other["article"].split(" ")[0], []).append(case(f"{title}: luật {'cũ' if regime == 'old' else 'mới'} không có thời hạn này", other["article"], "deadline", f"code: {code}, start: {text}, regime: {regime}", "refused: deadline.no-rule"))
            continue
        value, unit = int(row["value"]), row["unit"]
        if unit == "H":
            at = d.datetime.combine(start, d.time(16, 30))
            given, expect = f'code: {code}, start: "{at:%Y-%m-%d %H:%M}"', f'due: "{at + d.timedelta(hours=value):%Y-%m-%d %H:%M}"'
        else:
            given, expect = f"code: {code}, start: {text}", f"due: {due(start, value, unit, row['before'] == '1')}"
        by_article.setdefault(row["article"].split(" ")[0], []).append(case(f"{title} ({value} {unit}, luật {'cũ' if regime == 'old' else 'mới'})", row["article"], "deadline", given, expect))
for law, cases in by_article.items():
    total += write("deadlines", law.lower().replace("/", "-").replace("đ", "d"), cases)

golden = [
    case("T1: ra quyết định thứ Hai 23/11/2026, thông báo 3 ngày làm việc, 24/11 nghỉ", "L25 Đ35.1", "deadline", "code: D009, start: 2026-11-23", "due: 2026-11-27"),
    case("T2: yêu cầu đủ 23/11/2026, quyết định 5 ngày làm việc", "L25 Đ34.3", "deadline", "code: D003, start: 2026-11-23", "due: 2026-12-01, overdue_on: 2026-12-02"),
    case("T3: thông báo hợp lệ thứ Bảy 14/11/2026, tự nguyện 10 ngày", "L25 Đ36.1", "deadline", "code: D011, start: 2026-11-14", "due: 2026-11-25"),
    case("T7: hợp đồng đấu giá 10/10/2026, bất động sản 45 ngày", "L25 Đ83.2a", "deadline", "code: D057, start: 2026-10-10", "due: 2026-11-25"),
    case("T10: biên bản 23/11/2026 16:30, 24 giờ, qua ngày nghỉ", "L25 Đ67.4", "deadline", 'code: D038, start: "2026-11-23 16:30"', 'due: "2026-11-24 16:30"'),
    case("Giờ bắt đầu chưa ghi", "L25 Đ67.4", "deadline", "code: D038, start: 2026-11-23", "refused: deadline.needs-time"),
    case("Mã không có", "(không có)", "deadline", "code: D098, start: 2026-11-23", "refused: deadline.unknown"),
    case("Trước lịch", "(không có)", "deadline", "code: D003, start: 2014-12-31", "refused: calendar.not-covered"),
    case("Sau bảng âm lịch", "(không có)", "deadline", "code: D072, start: 2048-01-05", "refused: calendar.not-covered"),
    case("Sự kiện không thuộc thời hạn", "L25 Đ54.6", "deadline", "code: D065, start: 2026-11-23, event: PaidInFull", "refused: deadline.unknown-event"),
    case("Chi trả tính từ ngày giao tài sản", "L25 Đ54.6", "deadline", "code: D065, start: 2026-11-02, event: AssetHandedOver", "due: 2026-11-12, event: AssetHandedOver"),
    case("Luật không có", "(không có)", "deadline", "code: D003, start: 2026-11-23, regime: newest", "refused: regime.unknown"),
    case("Ngày gõ sai", "(không có)", "deadline", "code: D003, start: 2026-02-30", "refused: input.unreadable"),
    case("Thiếu mã", "(không có)", "deadline", "start: 2026-11-23", "refused: input.missing"),
    case("Niêm yết ngày cuối luật cũ: 10 ngày", "L08 Đ42", "deadline", "code: D010, start: 2026-06-30", f"due: {due(d.date(2026, 6, 30), 10, 'CD')}"),
    case("Niêm yết ngày đầu luật mới: 7 ngày", "ND152 Đ17.3", "deadline", "code: D010, start: 2026-07-01", f"due: {due(d.date(2026, 7, 1), 7, 'CD')}"),
    case("Xác minh lần đầu ngày cuối luật cũ: 10 ngày", "L08 Đ44.1", "deadline", "code: D012, start: 2026-06-30", f"due: {due(d.date(2026, 6, 30), 10, 'CD')}"),
    case("Xác minh lần đầu ngày đầu luật mới: 9 ngày", "L25 Đ37.1", "deadline", "code: D012, start: 2026-07-01", f"due: {due(d.date(2026, 7, 1), 9, 'CD')}"),
    case("Đồng sở hữu mua bất động sản ngày cuối luật cũ: 3 tháng", "L08 Đ74.3", "deadline", "code: D053, start: 2026-06-30", f"due: {due(d.date(2026, 6, 30), 3, 'M')}"),
    case("Đồng sở hữu mua bất động sản ngày đầu luật mới: 15 ngày", "L25 Đ83.1", "deadline", "code: D053, start: 2026-07-01", f"due: {due(d.date(2026, 7, 1), 15, 'CD')}"),
    case("Trước cưỡng chế thứ Sáu 27/11/2026: 3 ngày làm việc theo luật cũ", "L08 Đ73.4", "deadline", "code: D043, start: 2026-11-27, regime: old", "due: 2026-11-23"),
    case("Trước kê biên thứ Sáu 27/11/2026: 3 ngày làm việc", "L25 Đ80.2a", "deadline", "code: D044, start: 2026-11-27", "due: 2026-11-23"),
    case("Ngay: không dời sang ngày làm việc", "L25 Đ33.3b", "deadline", "code: D005, start: 2026-11-22", "due: 2026-11-22"),
    case("Kết quả dựa trên lịch chưa công bố", "L25 Đ38.3", "deadline", "code: D023, start: 2026-11-23", f"due: {due(d.date(2026, 11, 23), 6, 'M')}, provisional: true"),
    case("Kết quả trong lịch đã công bố", "L25 Đ34.3", "deadline", "code: D003, start: 2026-11-23", "due: 2026-12-01, provisional: false"),
]
for code, a, b in (("D080", "2026-08-10", "2026-08-20"), ("D003", "2026-11-24", "2026-11-26"), ("D087", "2026-09-01", "2026-09-30"), ("D023", "2026-03-01", "2026-03-10"), ("D072", "2020-04-01", "2020-04-30"), ("D011", "2026-11-20", "2026-11-20")):
    start = {"D080": "2026-08-03", "D003": "2026-11-23", "D087": "2026-08-17", "D023": "2026-02-27", "D072": "2019-01-07", "D011": "2026-11-14"}[code]
    regime = "old" if start < "2026-07-01" else "new"
    row = rules[(code, regime)]
    golden.append(case(f"{codes[code]}: tạm ngừng tính {a} đến {b}", row["article"], "deadline", f"code: {code}, start: {start}, pauses: [{{ from: {a}, to: {b} }}]", f"due: {due(d.date.fromisoformat(start), int(row['value']), row['unit'], False, [(d.date.fromisoformat(a), d.date.fromisoformat(b))])}"))
golden.append(case("Khoảng ngừng ngược", "(không có)", "deadline", "code: D003, start: 2026-11-23, pauses: [{ from: 2026-11-27, to: 2026-11-24 }]", "refused: period.backwards"))
golden.append(case("Hai khoảng ngừng chồng nhau tính một lần", "L25 Đ34.3", "deadline", "code: D003, start: 2026-11-23, pauses: [{ from: 2026-11-25, to: 2026-11-26 }, { from: 2026-11-26, to: 2026-11-27 }]", f"due: {due(d.date(2026, 11, 23), 5, 'WD', False, [(d.date(2026, 11, 25), d.date(2026, 11, 27))])}"))
for code, start, end, why in (("D053", "2026-06-20", due(d.date(2026, 6, 20), 15, "CD"), "15 ngày thay cho 3 tháng"), ("D010", "2026-06-29", due(d.date(2026, 6, 29), 7, "CD"), "7 ngày thay cho 10"), ("D012", "2026-06-25", due(d.date(2026, 6, 25), 9, "CD"), "9 ngày thay cho 10"),
                              ("D060", "2026-06-10", d.date(2026, 7, 1), "đã hết trước luật mới: ngày đầu luật mới"), ("D053", "2026-07-01", due(d.date(2026, 7, 1), 15, "CD"), "bắt đầu dưới luật mới")):
    golden.append(case(f"Thời hạn đang chạy theo luật của ngày ({code}): {why}", "RG-OP1", "deadline", f"code: {code}, start: {start}, running_limit: law-of-the-day", f"due: {end}"))
for code, start, value, unit in (("D053", "2026-06-20", 3, "M"), ("D010", "2026-06-29", 10, "CD"), ("D012", "2026-06-25", 10, "CD")):
    golden.append(case(f"Thời hạn đang chạy giữ độ dài lúc bắt đầu ({code})", "RG-OP1", "deadline", f"code: {code}, start: {start}, running_limit: fixed-at-start", f"due: {due(d.date.fromisoformat(start), value, unit)}"))
golden.append(case("Cách tính thời hạn đang chạy gõ sai", "RG-OP1", "deadline", "code: D053, start: 2026-06-20, running_limit: longest", "refused: input.unreadable"))
total += write("deadlines", "golden", golden)

calendar = []
for year in range(2015, 2051):
    first = lunar[year][0]
    basis = "BLLĐ 2012 Đ115.1" if year < 2021 else "BLLĐ 2019 Đ112.1"
    calendar.append(case(f"Mùng 1 Tết {year}", basis, "workday", f"date: {first}", "working: false"))
    calendar.append(case(f"Ngày trước mùng 1 Tết {year}", basis, "workday", f"date: {first - one}", f"working: {str(worked(first - one)).lower()}"))
    calendar.append(case(f"Giỗ Tổ {year}", basis, "workday", f"date: {lunar[year][1]}", "working: false"))
    if first - d.timedelta(days=14) >= d.date(2015, 1, 1):
        start = first - d.timedelta(days=9)
        calendar.append(case(f"10 ngày làm việc qua Tết {year}", basis, "working-days", f"start: {start}, days: 10", f"due: {due(start, 10, 'WD')}"))
for row in read("holidays"):
    if row["kind"] in ("swap_work", "swap_off"):
        calendar.append(case(row["name_vi"].replace('"', ""), "TB nghỉ lễ của năm", "workday", f"date: {row['date']}", f"working: {str(row['kind'] == 'swap_work').lower()}"))
for day, basis in (("2026-11-23", "NQ 28/2026/QH16"), ("2026-11-24", "NQ 28/2026/QH16"), ("2025-11-24", "NQ 28/2026/QH16"), ("2026-11-22", "BLLĐ 2019 Đ111"), ("2026-11-21", "BLLĐ 2019 Đ111")):
    calendar.append(case(f"Ngày {day}", basis, "workday", f"date: {day}", f"working: {str(worked(d.date.fromisoformat(day))).lower()}"))
for start, count in (("2026-11-27", -3), ("2026-11-25", -1), ("2026-02-23", -2), ("2026-11-21", 0), ("2026-11-23", 0), ("2026-08-21", 1), ("2026-08-28", 1), ("2020-01-22", 1)):
    day = d.date.fromisoformat(start)
    calendar.append(case(f"{count} ngày làm việc từ {start}", "BLDS Đ147", "working-days", f"start: {start}, days: {count}", f"due: {due(day, -count, 'WD', True) if count < 0 else due(day, count, 'WD')}"))
for rule, unit, items in (("months", "M", (("2026-01-31", 1), ("2024-01-31", 1), ("2026-08-31", 1), ("2026-03-31", 3), ("2025-11-30", 3), ("2026-05-24", 6), ("2026-10-01", 1), ("2020-02-29", 12))),
                          ("years", "Y", (("2024-02-29", 1), ("2020-02-29", 5), ("2021-11-24", 5), ("2020-11-24", 5), ("2016-02-29", 4))),
                          ("days", "CD", (("2026-11-14", 10), ("2026-11-23", 1), ("2026-12-25", 7), ("2026-04-20", 6), ("2026-11-20", 0), ("2026-11-21", 0)))):
    for start, count in items:
        calendar.append(case(f"{count} {rule} từ {start}", "BLDS Đ148", rule, f"start: {start}, count: {count}", f"due: {due(d.date.fromisoformat(start), count, unit)}"))
for rule, given in (("workday", "date: 2014-12-31"), ("workday", "date: 2051-01-01"), ("working-days", "start: 2050-12-30, days: 40"), ("working-days", "start: 2015-01-05, days: -40"), ("years", "start: 2046-01-03, count: 5"), ("days", "start: 2050-12-01, count: 99999"), ("months", "start: 2014-01-01, count: 1")):
    calendar.append(case(f"Ngoài lịch: {given}", "(không có)", rule, given, "refused: calendar.not-covered"))
calendar.append(case("Số tháng âm", "(không có)", "months", "start: 2026-01-31, count: -1", "refused: period.negative"))
calendar.append(case("Số ngày không phải số", "(không có)", "days", "start: 2026-01-31, count: mười", "refused: input.unreadable"))
total += write("calendar", "blds-147-148", calendar)
print(total)
