using Thads.Office.Docket;
using Thads.Office.Matters;

namespace Thads.Office.Exchange.OneSheet;

/// <summary>What the words in the cells of a register commonly mean: proposals, which the person confirms. Keys are without marks and capitals.</summary>
public static class ValueWords
{
    /// <summary>A settled matter: completed or terminated; which, the sheet must say elsewhere.</summary>
    public const string Settled = "settled";

    /// <summary>Có điều kiện: in progress, or postponed by agreement, or paused.</summary>
    public const string Enforceable = "enforceable";

    /// <summary>A word that says nothing: the cell counts as empty.</summary>
    public const string Nothing = "-";

    public const string Yes = "1";

    public const string No = "0";

    private static readonly Dictionary<string, string> Bases = new(StringComparer.Ordinal)
    {
        ["chu dong"] = "ex_officio",
        ["cd"] = "ex_officio",
        ["an chu dong"] = "ex_officio",
        ["c d"] = "ex_officio",
        ["theo yeu cau"] = "on_request",
        ["yeu cau"] = "on_request",
        ["yc"] = "on_request",
        ["tyc"] = "on_request",
        ["theo don"] = "on_request",
        ["theo yc"] = "on_request",
    };

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["dan su"] = "civil",
        ["ds"] = "civil",
        ["hon nhan"] = "family",
        ["hon nhan gia dinh"] = "family",
        ["hon nhan va gia dinh"] = "family",
        ["hngd"] = "family",
        ["hn gd"] = "family",
        ["kinh doanh thuong mai"] = "commercial",
        ["kinh doanh tm"] = "commercial",
        ["kdtm"] = "commercial",
        ["kd tm"] = "commercial",
        ["kinh te"] = "commercial",
        ["lao dong"] = "labour",
        ["ld"] = "labour",
        ["hinh su"] = "criminal",
        ["hs"] = "criminal",
        ["hanh chinh"] = "administrative",
        ["hc"] = "administrative",
        ["pha san"] = "bankruptcy",
        ["ps"] = "bankruptcy",
        ["trong tai"] = "arbitration",
        ["trong tai thuong mai"] = "arbitration",
        ["canh tranh"] = "competition",
        ["khac"] = "other",
    };

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["an phi"] = "court_fee",
        ["ap"] = "court_fee",
        ["an phi dsst"] = "court_fee",
        ["an phi hsst"] = "court_fee",
        ["le phi"] = "court_fee",
        ["phat"] = "fine",
        ["phat tien"] = "fine",
        ["tien phat"] = "fine",
        ["tich thu"] = "confiscation",
        ["tich thu sung cong"] = "confiscation",
        ["truy thu"] = "disgorgement",
        ["truy thu tien thu loi bat chinh"] = "disgorgement",
        ["boi thuong"] = "compensation",
        ["bt"] = "compensation",
        ["tra no"] = "debt",
        ["no"] = "debt",
        ["no vay"] = "debt",
        ["tra no vay"] = "debt",
        ["cap duong"] = "maintenance",
        ["cap duong nuoi con"] = "maintenance",
        ["tien luong"] = "wage",
        ["luong"] = "wage",
        ["tra lai tien"] = "return_money",
        ["hoan tra tien"] = "return_money",
        ["tra tai san"] = "return_property",
        ["giao tai san"] = "return_property",
        ["giao nha"] = "return_property",
        ["giao dat"] = "return_property",
        ["phai lam"] = "act",
        ["buoc phai lam"] = "act",
        ["khac"] = "other",
    };

    private static readonly Dictionary<string, string> States = new(StringComparer.Ordinal)
    {
        ["dang thi hanh"] = "in_progress",
        ["dang th"] = "in_progress",
        ["dang tha"] = "in_progress",
        ["co dieu kien"] = Enforceable,
        ["co dk"] = Enforceable,
        ["cdk"] = Enforceable,
        ["chua co dieu kien"] = "not_enforceable",
        ["chua co dk"] = "not_enforceable",
        ["chua dk"] = "not_enforceable",
        ["ccdk"] = "not_enforceable",
        ["hoan"] = "postponed",
        ["hoan thi hanh an"] = "postponed",
        ["hoan theo thoa thuan"] = "postponed_by_agreement",
        ["tam dung"] = "paused",
        ["tam dinh chi"] = "suspended",
        ["tdc"] = "suspended",
        ["thi hanh xong"] = "completed",
        ["th xong"] = "completed",
        ["tha xong"] = "completed",
        ["xong"] = "completed",
        ["giai quyet xong"] = Settled,
        ["da giai quyet"] = Settled,
        ["dinh chi"] = "terminated",
        ["dc"] = "terminated",
        ["uy thac"] = "delegated",
        ["uy thac di"] = "delegated",
        ["thu hoi"] = "withdrawn",
        ["thu hoi quyet dinh"] = "withdrawn",
        ["huy"] = "withdrawn",
        ["rut ho so"] = "pulled_up",
        ["rut len"] = "pulled_up",
        ["gui lai yeu cau"] = "returned",
        ["theo doi rieng"] = "separate",
        ["tdr"] = "separate",
        ["so theo doi rieng"] = "separate",
    };

    private static readonly Dictionary<string, string> Flags = new(StringComparer.Ordinal)
    {
        ["x"] = Yes,
        ["co"] = Yes,
        ["1"] = Yes,
        ["dung"] = Yes,
        ["phai"] = Yes,
        ["yes"] = Yes,
        ["true"] = Yes,
        ["tdnh"] = Yes,
        ["tctd"] = Yes,
        ["tham nhung"] = Yes,
        ["tn"] = Yes,
        ["khong"] = No,
        ["0"] = No,
        ["k"] = No,
        ["no"] = No,
        ["false"] = No,
    };

    /// <summary>All words a field knows: exchange words, and for the state those that name no single one.</summary>
    public static IReadOnlyList<string> Of(SheetField field) => field switch
    {
        SheetField.Basis => [.. Codes.All<Basis>()],
        SheetField.Type => [.. Codes.All<JudgmentType>()],
        SheetField.ObligationKind => [.. Codes.All<ObligationKind>()],
        SheetField.State => [.. Enum.GetValues<DocketState>().Where(s => s is not (DocketState.Outside or DocketState.Reduced)).Select(s => Codes.CodeOf(s)), Enforceable, Settled],
        _ when field.Value == SheetValue.Flag => [Yes, No],
        _ => [],
    };

    /// <summary>What the word commonly means in that field, or null.</summary>
    public static string? Common(SheetField field, string word)
    {
        var known = field switch
        {
            SheetField.Basis => Bases,
            SheetField.Type => Types,
            SheetField.ObligationKind => Kinds,
            SheetField.State => States,
            _ when field.Value == SheetValue.Flag => Flags,
            _ => null,
        };
        var key = SheetHeader.Key(word);
        return known?.GetValueOrDefault(key) ?? (Of(field).Contains(word) ? word : null);
    }

    /// <summary>The states in which the book may have a matter that the sheet gives this word.</summary>
    public static IReadOnlyList<DocketState> StatesOf(string word) => word switch
    {
        Settled => [DocketState.Completed, DocketState.Terminated],
        Enforceable => [DocketState.InProgress, DocketState.PostponedByAgreement, DocketState.Paused],
        _ => Codes.TryRead<DocketState>(word, out var state) ? [state] : [],
    };
}
