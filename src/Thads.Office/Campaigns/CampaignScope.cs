using System.Globalization;
using Thads.Office.Docket;
using Thads.Office.Matters;

namespace Thads.Office.Campaigns;

/// <summary>Where a matter stands to be taken into a campaign.</summary>
public enum CampaignStates
{
    /// <summary>What the forms count as enforceable: in progress, postponed by agreement, paused.</summary>
    Enforceable = 1,

    InProgress = 2,

    NotEnforceable = 3,

    /// <summary>All that is in the total.</summary>
    Live = 4,
}

/// <summary>Which matters a campaign takes. What is not said does not narrow; what is said narrows together.</summary>
public sealed record CampaignScope
{
    public CampaignStates States { get; init; } = CampaignStates.Enforceable;

    public JudgmentType? Type { get; init; }

    public Basis? Basis { get; init; }

    /// <summary>Code of the officer who holds them.</summary>
    public string? Officer { get; init; }

    /// <summary>Code of the debtor's commune.</summary>
    public string? Commune { get; init; }

    /// <summary>Only those of credit institutions.</summary>
    public bool CreditInstitution { get; init; }

    /// <summary>Name of a credit institution, as the first line of the matter has its creditor.</summary>
    public string? Bank { get; init; }

    /// <summary>Only those of economic crime and corruption.</summary>
    public bool Corruption { get; init; }

    /// <summary>Statistical year in which they were docketed: the first.</summary>
    public int? DocketFrom { get; init; }

    public int? DocketTo { get; init; }

    /// <summary>Đồng left on the live lines: at least.</summary>
    public long? LeftFrom { get; init; }

    /// <summary>Đồng left on the live lines: at most.</summary>
    public long? LeftTo { get; init; }

    public static bool Takes(CampaignStates states, DocketState state) => states switch
    {
        CampaignStates.Enforceable => state is DocketState.InProgress or DocketState.PostponedByAgreement or DocketState.Paused,
        CampaignStates.InProgress => state == DocketState.InProgress,
        CampaignStates.NotEnforceable => state == DocketState.NotEnforceable,
        CampaignStates.Live => state.IsLive,
    };

    /// <param name="officer">Id of <see cref="Officer"/>, null where none is said; <paramref name="commune"/> likewise.</param>
    public bool Takes(ScopedMatter matter, int? officer, int? commune) =>
        Takes(States, matter.State)
        && (Type is null || matter.Traits.Type == Type) && (Basis is null || matter.Traits.Basis == Basis)
        && (Officer is null || matter.Officer == officer) && (Commune is null || (matter.Commune is { } there && there == commune))
        && (!CreditInstitution || matter.Traits.CreditInstitution) && (Bank is null || matter.Bank == Bank) && (!Corruption || matter.Traits.Corruption)
        && !(matter.DocketYear < DocketFrom) && !(matter.DocketYear > DocketTo) && !(matter.Left < LeftFrom) && !(matter.Left > LeftTo);

    /// <summary>What cannot be a filter.</summary>
    public Refusal? WhyNot() =>
        DocketFrom > DocketTo ? new Refusal("campaign.years", Year(DocketFrom.Value), Year(DocketTo.Value))
        : LeftFrom > LeftTo ? new Refusal("campaign.amounts", LeftFrom, LeftTo)
        : LeftFrom < 0 || LeftTo < 0 ? new Refusal("campaign.amounts", LeftFrom ?? 0, LeftTo ?? 0)
        : null;

    /// <summary>As it is kept: "states=enforceable&amp;officer=CHV07"; only what is said.</summary>
    public override string ToString() => string.Join('&', Parts().Where(part => part.Value is not null).Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value!)}"));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static CampaignScope Read(string written)
    {
        var parts = written.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => Uri.UnescapeDataString(part[1]), StringComparer.Ordinal);
        string? Text(string key) => parts.GetValueOrDefault(key);
        long? Number(string key) => Text(key) is { } text ? long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;
        T? Word<T>(string key)
            where T : struct, Enum => Text(key) is not { } text ? null : Codes.TryRead<T>(text, out var value) ? value : throw new InvalidDataException($"A campaign's scope has the word {text}.");
        return new CampaignScope
        {
            States = Word<CampaignStates>("states") ?? CampaignStates.Enforceable,
            Type = Word<JudgmentType>("type"),
            Basis = Word<Basis>("basis"),
            Officer = Text("officer"),
            Commune = Text("commune"),
            CreditInstitution = Text("credit") is not null,
            Bank = Text("bank"),
            Corruption = Text("corruption") is not null,
            DocketFrom = (int?)Number("from"),
            DocketTo = (int?)Number("to"),
            LeftFrom = Number("least"),
            LeftTo = Number("most"),
        };
    }

    private IEnumerable<KeyValuePair<string, string?>> Parts()
    {
        string? Whole(long? value) => value?.ToString(CultureInfo.InvariantCulture);
        yield return new("states", Codes.CodeOf(States));
        yield return new("type", Type is { } type ? Codes.CodeOf(type) : null);
        yield return new("basis", Basis is { } basis ? Codes.CodeOf(basis) : null);
        yield return new("officer", Officer);
        yield return new("commune", Commune);
        yield return new("credit", CreditInstitution ? "1" : null);
        yield return new("bank", Bank);
        yield return new("corruption", Corruption ? "1" : null);
        yield return new("from", Whole(DocketFrom));
        yield return new("to", Whole(DocketTo));
        yield return new("least", Whole(LeftFrom));
        yield return new("most", Whole(LeftTo));
    }

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
