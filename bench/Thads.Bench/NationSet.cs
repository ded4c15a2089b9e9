using System.Globalization;
using System.Text;

namespace Thads.Bench;

/// <summary>
/// Writes an exchange set of N matters in matter order, streaming: one centre, 34 provinces, 355 rooms, about 3000 officers,
/// docket years 2015 to 2026, one to three lines and about four steps a matter, 5 % known late, 0.5 % voided, some handed over.
/// Unit after unit, and in each by docket day, as a nation's set is put together. The same number gives the same bytes.
/// </summary>
internal sealed class NationSet
{
    public const int Provinces = 34;
    public const int Rooms = 355;
    private const int OfficersPerUnit = 8;
    private static readonly DateOnly First = new(2014, 10, 1);
    private static readonly DateOnly Last = new(2026, 9, 30);
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly string[] Family = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ"];
    private static readonly string[] Given = ["Văn An", "Thị Bình", "Quốc Cường", "Thị Dung", "Minh Đức", "Thu Hà", "Đình Khoa", "Ngọc Lan", "Hữu Nam", "Thị Oanh"];

    /// <summary>Civil, family and criminal judgments make up most of the docket.</summary>
    private static readonly (string Type, int Weight)[] Types =
    [
        ("civil", 34), ("family", 30), ("commercial", 8), ("labour", 2), ("criminal", 22), ("administrative", 1), ("bankruptcy", 1), ("arbitration", 1), ("competition", 0), ("other", 1),
    ];

    private readonly StreamWriter _matters;
    private readonly StreamWriter _obligations;
    private readonly StreamWriter _steps;
    private readonly Random _random = new(7);

    private NationSet(StreamWriter matters, StreamWriter obligations, StreamWriter steps)
    {
        _matters = matters;
        _obligations = obligations;
        _steps = steps;
    }

    /// <summary>All rows of the three large files and the two of the tree.</summary>
    public long Rows { get; private set; }

    public static NationSet Write(string folder, int matters)
    {
        Directory.CreateDirectory(folder);
        using var m = Open(folder, "matters", "code,unit,officer,decision_number,decided_on,known_on,basis,type,credit_institution,corruption,by_delegation,judgment_number,judgment_on,court,effective_on");
        using var o = Open(folder, "obligations", "matter,line,kind,state_revenue,amount,debtor,creditor,what");
        using var s = Open(folder, "steps", "matter,line,step,on,known_on,voided_on,amount,to_unit,to_officer,note");
        var set = new NationSet(m, o, s);
        set.WriteTree(folder);
        const int Units = Provinces + Rooms;
        for (var unit = 0; unit < Units; unit++)
        {
            var count = (int)((long)matters * (unit + 1) / Units - (long)matters * unit / Units);
            for (var i = 0; i < count; i++)
            {
                set.WriteMatter(unit, i, First.AddDays((int)((long)(Last.DayNumber - First.DayNumber) * i / count)));
            }
        }

        return set;
    }

    /// <summary>Provinces first, then rooms; a room belongs to the province of its number.</summary>
    public static string UnitCode(int unit) => unit < Provinces ? $"P{unit + 1:00}" : $"R{unit - Provinces + 1:000}";

    private static string OfficerCode(int unit, int officer) => $"{UnitCode(unit)}-{officer + 1}";

    private static StreamWriter Open(string folder, string name, string header)
    {
        var writer = new StreamWriter(Path.Combine(folder, name + ".csv"), append: false, Utf8, 1 << 20) { NewLine = "\n" };
        writer.WriteLine(header);
        return writer;
    }

    private void WriteTree(string folder)
    {
        using var units = Open(folder, "units", "code,name,kind,parent,valid_from,valid_to");
        using var officers = Open(folder, "officers", "code,name,unit,title,valid_from,valid_to");
        units.WriteLine("TW,Cục Quản lý Thi hành án dân sự,central,,,");
        Rows++;
        for (var unit = 0; unit < Provinces + Rooms; unit++)
        {
            units.WriteLine(unit < Provinces ? $"{UnitCode(unit)},Thi hành án dân sự tỉnh {unit + 1},province,TW,," : $"{UnitCode(unit)},Phòng Thi hành án dân sự khu vực {unit - Provinces + 1},room,{UnitCode((unit - Provinces) % Provinces)},,");
            for (var officer = 0; officer < OfficersPerUnit; officer++)
            {
                officers.WriteLine($"{OfficerCode(unit, officer)},{Name()},{UnitCode(unit)},enforcer,,");
            }

            Rows += 1 + OfficersPerUnit;
        }
    }

    private void WriteMatter(int unit, int number, DateOnly decided)
    {
        var code = $"{UnitCode(unit)}-{number + 1}";
        var type = Weighted();
        var onRequest = type is not "criminal" && Chance(55);
        var known = Chance(3) ? Min(decided.AddDays(_random.Next(1, 30)), Last) : decided;
        var late = known == decided ? "" : Day(known);
        var money = type is "civil" or "commercial" && Chance(20);
        var judged = decided.AddDays(-_random.Next(20, 90));
        _matters.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{code},{UnitCode(unit)},{OfficerCode(unit, _random.Next(OfficersPerUnit))},{number + 1}/QĐ-CCTHADS,{Day(decided)},{late},{(onRequest ? "on_request" : "ex_officio")},{type},{(money ? 1 : 0)},{(type == "criminal" && Chance(4) ? 1 : 0)},{(Chance(3) ? 1 : 0)},{_random.Next(1, 400)}/{judged.Year}/DSST,{Day(judged)},Tòa án nhân dân khu vực {(unit % Rooms) + 1},{Day(judged.AddDays(15))}"));
        Rows++;
        var lines = new long[_random.Next(10) switch { < 6 => 1, < 9 => 2, _ => 3 }];
        for (var line = 0; line < lines.Length; line++)
        {
            lines[line] = Chance(6) ? 0 : _random.Next(1, onRequest ? 4000 : 200) * (long)_random.Next(1, 100) * 10_000;
            var (kind, revenue) = onRequest ? (lines[line] == 0 ? "act" : "debt", 0) : lines[line] == 0 ? ("confiscation", 1) : ("court_fee", 1);
            _obligations.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{code},{line + 1},{kind},{revenue},{lines[line]},{Name()},{(onRequest ? Name() : "Ngân sách nhà nước")},"));
            Rows++;
        }

        new History(this, code, unit, decided, known, onRequest, lines).Write();
    }

    private string Weighted()
    {
        var point = _random.Next(100);
        foreach (var (type, weight) in Types)
        {
            point -= weight;
            if (point < 0)
            {
                return type;
            }
        }

        return "other";
    }

    private bool Chance(int percent) => _random.Next(100) < percent;

    private string Name() => $"{Family[_random.Next(Family.Length)]} {Given[_random.Next(Given.Length)]}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    /// <summary>The steps of one matter: each fits what came before it.</summary>
    private sealed class History(NationSet set, string code, int unit, DateOnly decided, DateOnly known, bool onRequest, long[] remainders)
    {
        private readonly Random _random = set._random;
        private DateOnly _day = decided;
        private int _holder = unit;
        private int _officer = -1;

        public void Write()
        {
            if (set.Chance(6))
            {
                HandOver();
            }

            if (set.Chance(60) && Next(90) && !Rest())
            {
                return;
            }

            for (var line = 0; line < remainders.Length; line++)
            {
                if (!Settle(line))
                {
                    // What is left open rests in one matter of three.
                    if (set.Chance(33) && Next(120))
                    {
                        Rest();
                    }

                    return;
                }
            }
        }

        /// <summary>The matter rests for a while; true when it is gone on with.</summary>
        private bool Rest()
        {
            var kind = _random.Next(100) switch { < 70 => "not_enforceable", < 80 => "postponed_by_agreement", < 88 => "postponed", < 95 => "paused", _ => "suspended" };
            Step(kind);
            if (!Next(400))
            {
                return false;
            }

            if (kind == "not_enforceable" && set.Chance(25) && (!onRequest || _day < new DateOnly(2026, 7, 1)))
            {
                Step("separated");
                if (!set.Chance(30) || !Next(500))
                {
                    return false;
                }
            }

            Step("resumed");
            return true;
        }

        /// <summary>One line: paid in parts, performed, ended, or left open (then the matter stays open).</summary>
        private bool Settle(int line)
        {
            if (!Next(150) || set.Chance(12))
            {
                return false;
            }

            var name = (line + 1).ToString(CultureInfo.InvariantCulture);
            if (remainders[line] == 0)
            {
                Step("performed", name);
                return true;
            }

            switch (_random.Next(100))
            {
                case < 70:
                    var left = remainders[line];
                    for (var part = _random.Next(2, 7); part > 1; part--)
                    {
                        Step("collected", name, Math.Max(1, left / part));
                        left -= Math.Max(1, left / part);
                        if (left == 0 || !Next(60))
                        {
                            return left == 0;
                        }
                    }

                    Step("collected", name, left);
                    return true;
                case < 82:
                    Step("terminated", name);
                    return true;
                case < 88:
                    Step("withdrawn", name);
                    return true;
                case < 93:
                    Step("delegated", name);
                    return true;
                case < 96:
                    Step("reduced", name, remainders[line]);
                    return true;
                default:
                    Step("pulled_up", name);
                    return true;
            }
        }

        private void HandOver()
        {
            if (!Next(60))
            {
                return;
            }

            if (set.Chance(75))
            {
                Step("transferred", toUnit: _holder = Neighbour(_holder), toOfficer: _officer = _random.Next(OfficersPerUnit));
            }

            if (_officer >= 0 && set.Chance(30) && Next(60))
            {
                Step("reassigned", toOfficer: _officer = (_officer + 1) % OfficersPerUnit);
            }
        }

        /// <summary>Another unit of the same province.</summary>
        private static int Neighbour(int unit) => unit < Provinces ? unit + Provinces : unit + Provinces < Provinces + Rooms ? unit + Provinces : (unit - Provinces) % Provinces;

        /// <summary>Some days pass; false when they lead past the end of the books.</summary>
        private bool Next(int days)
        {
            _day = _day.AddDays(_random.Next(1, 2 * days));
            return _day <= Last;
        }

        private void Step(string kind, string line = "", long amount = 0, int toUnit = -1, int toOfficer = -1)
        {
            var knownOn = Max(known, set.Chance(5) ? Min(_day.AddDays(_random.Next(3, 75)), Last) : _day);
            Row(line, kind, knownOn, "", amount, toUnit, toOfficer);
            if (_random.Next(200) == 0 && knownOn < Last)
            {
                Row("1", "collected", knownOn, Day(Min(knownOn.AddDays(_random.Next(1, 60)), Last)), 1, -1, -1);
            }
        }

        private void Row(string line, string kind, DateOnly knownOn, string voided, long amount, int toUnit, int toOfficer)
        {
            var note = set.Chance(5) ? "theo biên bản làm việc" : "";
            set._steps.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{code},{line},{kind},{Day(_day)},{(knownOn == _day ? "" : Day(knownOn))},{voided},{(amount == 0 ? "" : amount)},{(toUnit < 0 ? "" : UnitCode(toUnit))},{(toOfficer < 0 ? "" : OfficerCode(_holder, toOfficer))},{note}"));
            set.Rows++;
        }

        private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;
    }
}
