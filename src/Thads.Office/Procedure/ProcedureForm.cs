using System.Text.Json;
using System.Text.Json.Serialization;
using Thads.Law;
using Thads.Law.Tables;
using Thads.Office.Matters;

namespace Thads.Office.Procedure;

/// <summary>
/// A form by which something is recorded in a matter: one step of the book, or one event, with its articles under both laws and what it is recorded with
/// (`Lists/procedure-forms.json`).
/// </summary>
/// <param name="Code">In addresses, commands and the books.</param>
/// <param name="Step">Word of a <see cref="StepKind"/>; null where it is an event.</param>
/// <param name="Event">Word of an <see cref="EventKind"/>; null where it is a step.</param>
/// <param name="Group">Forms of one group stand together: notice, verification, persuasion, result, able, stop, end, coercion, handover.</param>
/// <param name="Old">Article of the law of 2008; null = that law does not know it.</param>
/// <param name="New">Article of the law of 2025.</param>
/// <param name="Grounds">List of grounds of the law (`grounds.csv`) of which one must be named; null = none.</param>
/// <param name="Document">A paper is named: number or day of the decision.</param>
/// <param name="Time">A time of day and mobilised forces are named, and forbidden times are blocked.</param>
/// <param name="Until">It may hold until a day.</param>
/// <param name="Partner">It names with whom: a commune or a party.</param>
public sealed record ProcedureForm(
    string Code, string? Step, string? Event, string Group, string Vi, string En, string? Old, string? New, string? Grounds = null, bool Document = false, bool Time = false, bool Until = false, bool Partner = false)
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };
    private static readonly Lazy<IReadOnlyList<ProcedureForm>> Loaded = new(Load);

    public static IReadOnlyList<ProcedureForm> All => Loaded.Value;

    [JsonIgnore]
    public StepKind? StepKind => Step is null ? null : Codes.TryRead<StepKind>(Step, out var kind) ? kind : throw new InvalidDataException($"procedure-forms.json: {Step}");

    [JsonIgnore]
    public EventKind? EventKind => Event is null ? null : Codes.TryRead<EventKind>(Event, out var kind) ? kind : throw new InvalidDataException($"procedure-forms.json: {Event}");

    public static ProcedureForm? Find(string? code) => All.FirstOrDefault(form => form.Code == code);

    public static ProcedureForm Of(StepKind kind) => All.First(form => form.StepKind == kind);

    public static ProcedureForm Of(EventKind kind) => All.First(form => form.EventKind == kind);

    public string NameIn(Language language) => language == Language.English ? En : Vi;

    /// <summary>The article of a day's law; null = that law does not know it.</summary>
    public string? ArticleOn(DateOnly day) => LegalRegime.IsUnderLaw2025(day) ? New : Old;

    /// <summary>The grounds of a day's law, one of which is named; empty where none is asked for.</summary>
    public IReadOnlyList<Dated<Thads.Law.Grounds.Ground>> GroundsOn(DateOnly day) =>
        Grounds is not null && Thads.Law.Grounds.Ground.On(LawBook.InForce, Grounds, day).Try(out var found, out _) ? found.Grounds : [];

    private static List<ProcedureForm> Load()
    {
        using var stream = typeof(ProcedureForm).Assembly.GetManifestResourceStream("Thads.Office.Procedure.Lists.procedure-forms.json")!;
        var forms = JsonSerializer.Deserialize<List<ProcedureForm>>(stream, Reading)!;
        return forms.All(form => form.StepKind is null != form.EventKind is null && (form.Old ?? form.New) is not null)
            ? forms : throw new InvalidDataException("procedure-forms.json: a form is a step or an event, and one of the laws knows it.");
    }
}
