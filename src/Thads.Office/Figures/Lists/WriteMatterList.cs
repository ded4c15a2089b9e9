using Thads.Office.Acts;
using Thads.Office.Finding;
using Thads.Office.Matters;
using Thads.Office.Workbooks;

namespace Thads.Office.Figures.Lists;

/// <summary>A list as a workbook, its sums in the first rows. Names of people leave the program here: who took them out and when is kept as an act.</summary>
public static class WriteMatterList
{
    /// <param name="head">Lines above the table: of what, period, cut-off, who and when.</param>
    public static async Task RunAsync(MatterList list, IReadOnlyList<string> head, Stream to, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadMatters);
        var connection = await work.ConnectAsync(ct);
        var (tree, end) = (list.Scope.Tree, list.Scope.End);
        string Say(string code, params object[] values) => Words.Say(Language.Vietnamese, code, values);
        string[] above = [Say($"list.{list.Kind.Code}"), .. head, Say("list.sums", list.Matters, list.Money)];
        using (var workbook = new TableWorkbook(to, Say("list.sheet"), above, Columns(), Say("find.page")))
        {
            foreach (var block in list.Lines.Chunk(MatterFiles.Block))
            {
                var facts = await ReadMatterList.FactsAsync(list, block, connection, ct);
                foreach (var line in block)
                {
                    var (matter, stood) = facts[line.Id];
                    workbook.Add(
                    [
                        new(matter.Code), new(matter.DecisionNumber), new(matter.DecidedOn), new(matter.JudgmentNumber),
                        new(Names(matter, l => l.Debtor)), new(Names(matter, l => l.Creditor)),
                        new(string.Join("; ", matter.Lines.Select(l => Words.Say(Language.Vietnamese, $"ObligationKind.{Codes.CodeOf(l.Kind)}")).Distinct())),
                        new(line.Counted), new(line.Money), new(Words.Say(Language.Vietnamese, $"DocketState.{Codes.CodeOf(stood.State)}")),
                        new(facts[line.Id].Holder(tree, end)), new(tree.UnitName(stood.Unit, end)), new(matter.Commune is { } commune ? tree.Communes[commune].Name : null),
                    ]);
                }
            }
        }

        work.Begin("matters-exported", string.Join(" · ", above));
        await work.FinishAsync(ct);
    }

    private static string Names(Matter matter, Func<Obligation, string?> who) => string.Join("; ", matter.Lines.Select(who).OfType<string>().Distinct());

    private static TableColumn[] Columns()
    {
        static TableColumn As(MatterColumn column) => column.InWorkbook(Language.Vietnamese);
        static TableColumn Own(string word, TableCellKind kind, int width) => new(Words.Say(Language.Vietnamese, word), kind, width);
        return
        [
            As(MatterColumn.Code), As(MatterColumn.Decision), As(MatterColumn.Decided), As(MatterColumn.Judgment), As(MatterColumn.Debtor), As(MatterColumn.Creditor),
            Own("list.what", TableCellKind.Text, 26), Own("list.counted", TableCellKind.Number, 8), Own("list.money", TableCellKind.Number, 18), As(MatterColumn.State),
            As(MatterColumn.Officer), As(MatterColumn.Unit), As(MatterColumn.Commune),
        ];
    }
}
