using System.Text.RegularExpressions;

namespace Thads.Office.Exchange.OneSheet;

/// <summary>How offices name the columns of their registers: words without marks. The longest phrase that stands in a header decides.</summary>
internal static partial class HeaderWords
{
    private static readonly (SheetField Field, string[] Phrases)[] All =
    [
        (SheetField.DecisionNumber, ["so quyet dinh", "so qd", "so qd tha", "so ngay qd", "so ngay quyet dinh", "quyet dinh thi hanh an so", "so thu ly", "qd tha", "qd tha so"]),
        (SheetField.DecidedOn, ["ngay quyet dinh", "ngay qd", "ngay ra qd", "ngay ra quyet dinh", "ngay thu ly", "quyet dinh thi hanh an ngay", "quyet dinh ngay", "qd tha ngay"]),
        (SheetField.Code, ["ma viec", "ma ho so", "ma so viec", "ma hs"]),
        (SheetField.Basis, ["chu dong theo yeu cau", "can cu", "cd yc", "cd tyc", "loai quyet dinh", "loai qd", "chu dong yeu cau", "dien thi hanh"]),
        (SheetField.Type, ["loai an", "loai viec", "loai ban an", "linh vuc"]),
        (SheetField.Officer, ["chap hanh vien", "chv", "chv phu trach", "chap hanh vien phu trach", "can bo phu trach"]),
        (SheetField.DocketYear, ["nam thu ly", "nam thong ke", "nam so"]),
        (SheetField.JudgmentNumber, ["so ban an", "ban an so", "so ba", "ban an so ngay", "ban an quyet dinh so", "so ngay ban an", "ba so"]),
        (SheetField.JudgmentOn, ["ngay ban an", "ban an ngay", "ngay ba", "ngay tuyen an", "ban an quyet dinh ngay"]),
        (SheetField.Court, ["toa an", "toa", "co quan ban hanh", "ban an cua", "tand"]),
        (SheetField.EffectiveOn, ["ngay hieu luc", "ngay co hieu luc"]),
        (SheetField.ReceivedOn, ["ngay nhan ban an", "ngay nhan ba", "ngay toa chuyen"]),
        (SheetField.RequestedOn, ["ngay yeu cau", "ngay don yeu cau", "ngay nhan don"]),
        (SheetField.Debtor, ["nguoi phai thi hanh an", "nguoi phai tha", "ben phai thi hanh", "nguoi phai thi hanh", "duong su phai thi hanh", "ho ten nguoi phai", "nguoi phai tha ho ten"]),
        (SheetField.DebtorAddress, ["dia chi", "dia chi nguoi phai", "noi cu tru", "dia chi nguoi phai thi hanh", "nguoi phai tha dia chi", "nguoi phai thi hanh an dia chi"]),
        (SheetField.Commune, ["xa thi tran", "xa phuong", "dia ban", "xa tt", "xa phuong thi tran"]),
        (SheetField.Creditor, ["nguoi duoc thi hanh an", "nguoi duoc tha", "ben duoc thi hanh", "nguoi duoc thi hanh"]),
        (SheetField.What, ["noi dung", "noi dung phai thi hanh", "cac khoan phai thi hanh", "nghia vu", "noi dung thi hanh an"]),
        (SheetField.ObligationKind, ["loai nghia vu", "loai khoan", "khoan thu", "loai tien", "khoan"]),
        (SheetField.StateRevenue, ["thu ngan sach", "thu cho nsnn", "nsnn", "ngan sach nha nuoc"]),
        (SheetField.Amount, ["so tien phai thi hanh", "so phai thi hanh", "phai thi hanh", "tong so tien", "so tien", "gia tri phai thi hanh", "phai thu", "so tien phai tha"]),
        (SheetField.Collected, ["da thu", "da thu so tien", "da thi hanh so tien", "so tien da thu", "da thi hanh", "so da thu", "so tien da thi hanh", "ket qua da thu"]),
        (SheetField.CollectedOn, ["ngay thu", "da thu ngay", "ngay thu tien", "ngay thu gan nhat", "thu den ngay"]),
        (SheetField.State, ["trang thai", "phan loai", "tinh trang", "ket qua", "phan loai dieu kien", "ket qua thi hanh"]),
        (SheetField.StateOn, ["ngay phan loai", "ngay cap nhat trang thai", "tu ngay", "trang thai tu ngay", "ngay trang thai"]),
        (SheetField.SettledOn, ["ngay giai quyet xong", "ngay ket thuc", "ngay xong", "giai quyet xong"]),
        (SheetField.CompletedOn, ["ngay thi hanh xong", "thi hanh xong", "tha xong", "xong ngay"]),
        (SheetField.TerminatedOn, ["ngay dinh chi", "dinh chi", "qd dinh chi", "dinh chi thi hanh an"]),
        (SheetField.NotEnforceableOn, ["ngay chua co dieu kien", "chua co dieu kien", "chua co dk", "ccdk", "qd chua co dieu kien"]),
        (SheetField.PostponedOn, ["ngay hoan", "hoan thi hanh an", "hoan", "qd hoan"]),
        (SheetField.SuspendedOn, ["ngay tam dinh chi", "tam dinh chi", "qd tam dinh chi"]),
        (SheetField.PausedOn, ["ngay tam dung", "tam dung"]),
        (SheetField.PostponedByAgreementOn, ["hoan theo thoa thuan", "thoa thuan hoan"]),
        (SheetField.ResumedOn, ["ngay tiep tuc", "tiep tuc thi hanh", "tiep tuc", "qd tiep tuc"]),
        (SheetField.SeparatedOn, ["chuyen so theo doi rieng", "theo doi rieng", "ngay chuyen so", "chuyen so rieng"]),
        (SheetField.DelegatedOn, ["ngay uy thac", "uy thac ngay", "uy thac di", "uy thac"]),
        (SheetField.DelegatedTo, ["noi uy thac", "uy thac den", "uy thac cho", "noi nhan uy thac", "co quan nhan uy thac"]),
        (SheetField.WithdrawnOn, ["ngay thu hoi", "thu hoi quyet dinh", "thu hoi", "ngay huy"]),
        (SheetField.PulledUpOn, ["ngay rut ho so", "rut ho so", "rut len"]),
        (SheetField.ReturnedOn, ["gui lai yeu cau", "tra don", "ngay gui lai"]),
        (SheetField.KnownOn, ["ngay vao so", "ngay nhap", "ngay ghi so"]),
        (SheetField.CreditInstitution, ["to chuc tin dung", "tin dung ngan hang", "tdnh", "tin dung"]),
        (SheetField.Corruption, ["tham nhung", "an tham nhung", "kinh te tham nhung"]),
        (SheetField.ByDelegation, ["nhan uy thac", "uy thac den nhan"]),
        (SheetField.Note, ["ghi chu"]),
    ];

    /// <summary>How many of the names are such as offices give.</summary>
    public static int Score(IReadOnlyList<string> names) => names.Count(name => Matches(name).Any());

    /// <summary>Fields a header may stand for, the best first.</summary>
    public static IEnumerable<(SheetField Field, int Weight)> Matches(string name)
    {
        name = Aside().Replace(name, " ");
        var whole = $" {SheetHeader.Key(name)} ";
        var own = name.LastIndexOf('–') is >= 0 and var group ? $" {SheetHeader.Key(name[(group + 1)..])} " : whole;
        return All.Select(f => (f.Field, Weight: f.Phrases.Max(p => Weight(p, whole, own)))).Where(f => f.Weight > 0).OrderByDescending(f => f.Weight);
    }

    /// <summary>What the column says itself goes before what only its group says; a phrase that is all of it goes before a part.</summary>
    private static int Weight(string phrase, string whole, string own)
    {
        var at = whole.IndexOf($" {phrase} ", StringComparison.Ordinal);
        return at < 0 ? 0
            : (phrase.Length * 4) + (whole.Length == phrase.Length + 2 || own.Length == phrase.Length + 2 ? 50 : 0) + (at + phrase.Length + 1 > whole.Length - own.Length + 1 ? 60 : 0);
    }

    /// <summary>The column of every field that a header speaks of: the best matches first, each column and field once.</summary>
    public static Dictionary<SheetField, int> Assign(IReadOnlyList<string> names)
    {
        var all = names.Index().Where(n => n.Item.Length > 0 && n.Item != SheetText.Reasons)
            .SelectMany(n => Matches(n.Item).Select(m => (n.Index, m.Field, m.Weight)))
            .OrderByDescending(m => m.Weight).ThenBy(m => m.Index);
        var (columns, fields) = (new HashSet<int>(), new Dictionary<SheetField, int>());
        foreach (var (column, field, _) in all)
        {
            if (!fields.ContainsKey(field) && columns.Add(column))
            {
                fields.Add(field, column);
            }
        }

        Share(SheetField.DecisionNumber, SheetField.DecidedOn);
        Share(SheetField.JudgmentNumber, SheetField.JudgmentOn);
        return fields;

        // `Số, ngày quyết định`: one column says both.
        void Share(SheetField number, SheetField day)
        {
            if (fields.TryGetValue(number, out var column) && !fields.ContainsKey(day) && $" {SheetHeader.Key(names[column])} ".Contains(" ngay ", StringComparison.Ordinal))
            {
                fields.Add(day, column);
            }
        }
    }

    /// <summary>What stands in brackets says a unit or a form, not what the column is.</summary>
    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Aside();
}
