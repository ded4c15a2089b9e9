using System.Globalization;
using Thads.Office.Units;

namespace Thads.Office.Campaigns;

/// <summary>What a campaign's filter takes, in words.</summary>
public static class ScopeText
{
    public static string Of(CampaignScope scope, UnitTree tree, Language language)
    {
        string Say(string code, params object[] arguments) => Words.Say(language, code, arguments);
        string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
        return string.Join("; ", new[]
        {
            Say($"CampaignStates.{Codes.CodeOf(scope.States)}"),
            scope.Type is { } type ? Say("campaign.scope-type", Say($"JudgmentType.{Codes.CodeOf(type)}")) : null,
            scope.Basis is { } basis ? Say($"Basis.{Codes.CodeOf(basis)}") : null,
            scope.Officer is { } officer ? Say("campaign.scope-officer", officer) : null,
            scope.Commune is { } commune ? Say("campaign.scope-commune", tree.Communes.TryGetValue(commune, out var known) ? known.Name : commune) : null,
            scope.CreditInstitution ? Say("campaign.scope-credit") : null,
            scope.Bank is { } bank ? Say("campaign.scope-bank", bank) : null,
            scope.Corruption ? Say("campaign.scope-corruption") : null,
            scope.DocketFrom is { } from ? Say("campaign.scope-from", Year(from)) : null,
            scope.DocketTo is { } to ? Say("campaign.scope-to", Year(to)) : null,
            scope.LeftFrom is { } least ? Say("campaign.scope-least", least) : null,
            scope.LeftTo is { } most ? Say("campaign.scope-most", most) : null,
        }.OfType<string>());
    }
}
