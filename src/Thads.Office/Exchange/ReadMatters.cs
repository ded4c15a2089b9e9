using Thads.Office.Matters;
using Thads.Office.Procedure;
using Thads.Office.Units;

namespace Thads.Office.Exchange;

/// <summary>
/// Reads the rows of one matter from the files of a set, checks them against each other and against the books, and says what
/// they change. Refusals go to the readers; a matter with one of them changes nothing.
/// </summary>
/// <param name="owedBefore">Đồng of all that the books hold already: all claims together must stay sums that can be formed.</param>
public sealed class ReadMatters(UnitTree units, Func<string, bool> isParty, DateOnly today, Int128 owedBefore, MatterCursors cursors, ExchangeScope scope)
{
    private readonly MatterRows _rows = new(units, isParty, today);
    private readonly List<(Step Step, RowPlace Place)> _steps = [];
    private readonly List<(MatterEvent Event, RowPlace Place)> _events = [];
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private RowPlace _matterPlace;
    private readonly UnitTally _read = new();
    private Int128 _owed = owedBefore;
    private bool _refused;

    /// <summary>The matter is in the books and another's to change: rows that say nothing new pass.</summary>
    private bool _isAnothers;

    /// <summary>Rows of the matters that were sound, and đồng of their obligations, by the unit that docketed them: the files' side of the reconciliation.</summary>
    public Tally Read { get; } = new();

    /// <summary>What the rows of this matter change, or null when they were refused or the matter is not known.</summary>
    /// <param name="isElsewhere">The code is taken by a matter this person does not see: it is not there for them, and they cannot use it.</param>
    public MatterChange? Check(int ordinal, string code, MatterFile? there, bool isElsewhere = false)
    {
        _refused = false;
        _isAnothers = there is not null && !scope.Has(ExchangeScope.HolderOf(there));
        (_read.Matters, _read.Lines, _read.Steps, _read.Money) = (0, 0, 0, 0);
        _steps.Clear();
        _events.Clear();
        var (docketed, commune) = ReadMatter(ordinal, there);
        if (isElsewhere && docketed is not null)
        {
            cursors.Matters!.Reader.RefuseAt(_matterPlace, "code", new Refusal("exchange.code-taken", code), code);
            (_refused, docketed) = (true, null);
        }

        var matter = there?.Matter ?? docketed;
        matter = ReadLines(ordinal, matter, there);
        if (matter is null)
        {
            RefuseOrphans(ordinal, code);
            return null;
        }

        var roles = ReadRoles(ordinal, matter, there);
        var stepsVoided = ReadSteps(ordinal, matter, there);
        var eventsVoided = ReadEvents(ordinal, matter, there);
        var file = new MatterFile(matter,
            [.. (there?.Steps ?? []).Select(s => stepsVoided.TryGetValue(s.Number, out var voided) ? s with { VoidedOn = voided.On } : s), .. _steps.Select(s => s.Step)],
            [.. (there?.Events ?? []).Select(e => eventsVoided.TryGetValue(e.Number, out var voided) ? e with { VoidedOn = voided } : e), .. _events.Select(e => e.Event)],
            [.. there?.Parties ?? [], .. roles]);
        if (!_refused)
        {
            CheckStory(file, there, stepsVoided);
            RefuseStepsOfOthers(file, there?.Steps.Count ?? 0);
        }

        if (_refused)
        {
            return null;
        }

        Read.Add(matter.Unit, _read);
        return new MatterChange(file, there, commune, [.. stepsVoided.Keys], [.. eventsVoided.Keys]);
    }

    private (Matter? Matter, int Commune) ReadMatter(int ordinal, MatterFile? there)
    {
        Matter? read = null;
        var commune = 0;
        var firstLine = 0L;
        while (cursors.Matters?.MoveTo(ordinal) == true)
        {
            var rows = cursors.Matters.Reader;
            if (read is not null)
            {
                rows.Refuse("code", new Refusal("row.twice-on", read.Code, firstLine));
                _refused = true;
                continue;
            }

            firstLine = rows.Line;
            _matterPlace = rows.Place;
            read = _rows.Docketed(rows, out commune);
            if (!rows.IsRefused && there is null && scope.WhyNot(read.Unit, units.UnitCode(read.Unit)) is { } notYours)
            {
                rows.Refuse("unit", notYours);
            }

            _refused |= rows.IsRefused;
            if (!rows.IsRefused && there is not null && MatterRows.Contradiction(read, there.Matter) is { } column)
            {
                Refuse(rows, column, new Refusal("row.contradicts", read.Code));
            }

            if (!rows.IsRefused)
            {
                _read.Matters++;
            }
        }

        return (read, commune);
    }

    private Matter? ReadLines(int ordinal, Matter? matter, MatterFile? there)
    {
        if (matter is null)
        {
            return null;
        }

        var lines = there is null ? new List<Obligation>() : null;
        _lines.Clear();
        foreach (var line in there?.Matter.Lines ?? [])
        {
            _lines.Add(line.Code, line.Number);
        }

        var inFile = there is null ? null : new HashSet<string>(StringComparer.Ordinal);
        while (cursors.Obligations?.MoveTo(ordinal) == true)
        {
            var rows = cursors.Obligations.Reader;
            rows.Text("matter");
            var line = new Obligation(
                (lines?.Count ?? 0) + 1, rows.Text("line"), rows.Word<ObligationKind>("kind"), rows.Flag("state_revenue"), rows.Amount("amount"),
                rows.TextOrNone("debtor"), rows.TextOrNone("creditor"), rows.TextOrNone("what"), rows.Extra());
            CheckSum(rows, there is null ? line.Amount : 0);
            _refused |= rows.IsRefused;
            if (lines is not null)
            {
                // A line with a bad cell still has its place, so that its steps are not refused for want of it.
                if (_lines.TryAdd(line.Code, line.Number))
                {
                    lines.Add(line);
                }
                else if (!rows.IsRefused)
                {
                    Refuse(rows, "line", new Refusal("row.twice", line.Code));
                }
            }
            else if (!rows.IsRefused)
            {
                CheckLine(rows, matter, line, inFile!);
            }

            if (!rows.IsRefused)
            {
                _read.Lines++;
                _read.Money += line.Amount;
            }
        }

        if (lines is null)
        {
            return matter;
        }

        if (lines.Count == 0 && !_refused)
        {
            cursors.Matters!.Reader.RefuseAt(_matterPlace, "code", new Refusal("matter.no-line", matter.Code));
            _refused = true;
        }

        return matter with { Lines = lines };
    }

    /// <summary>A line of a matter that is in the books must be there as it is: further debt is `increased`, or a matter of its own.</summary>
    private void CheckLine(RowReader rows, Matter matter, Obligation line, HashSet<string> inFile)
    {
        if (!inFile.Add(line.Code))
        {
            Refuse(rows, "line", new Refusal("row.twice", line.Code));
        }
        else if (!_lines.TryGetValue(line.Code, out var number))
        {
            Refuse(rows, "line", new Refusal("line.late", line.Code, matter.Code));
        }
        else
        {
            var known = matter.Lines[number - 1];
            if (line with { Number = number, Extra = known.Extra } != known)
            {
                Refuse(rows, MatterRows.Contradiction(line, known), new Refusal("row.contradicts", line.Code));
            }
        }
    }

    private List<MatterParty> ReadRoles(int ordinal, Matter matter, MatterFile? there)
    {
        var added = new List<MatterParty>();
        var known = (there?.Parties ?? []).Select(p => (p.Line, p.Party, p.Role)).ToHashSet();
        var number = there?.Parties.Count ?? 0;
        while (cursors.Roles?.MoveTo(ordinal) == true)
        {
            var rows = cursors.Roles.Reader;
            rows.Text("matter");
            var role = new MatterParty(number + 1, Line(rows, matter), rows.Text("party"), rows.Word<PartyRole>("role"), rows.Extra());
            if (!rows.IsRefused && !isParty(role.Party))
            {
                rows.Refuse("party", new Refusal("code.unknown", role.Party, "parties"));
            }

            _refused |= rows.IsRefused;
            if (!rows.IsRefused && known.Add((role.Line, role.Party, role.Role)) && MayAdd(rows, matter))
            {
                added.Add(role);
                number++;
            }
        }

        return added;
    }

    /// <summary>Reads the steps; those the books have are passed over or voided, the others are added with the next numbers.</summary>
    /// <returns>Number of the steps of the books that are voided, the day, and the row that says so.</returns>
    private Dictionary<int, (DateOnly On, RowPlace Place)> ReadSteps(int ordinal, Matter matter, MatterFile? there)
    {
        var voided = new Dictionary<int, (DateOnly, RowPlace)>();
        var equal = new EqualRows<Step>((there?.Steps ?? []).Select(s => (s with { Number = 0, VoidedOn = null, Act = 0, VoidAct = 0, Extra = null }, s)));
        var number = there?.Steps.Count ?? 0;
        while (cursors.Steps?.MoveTo(ordinal) == true)
        {
            var rows = cursors.Steps.Reader;
            var step = _rows.Step(rows, matter, Line);
            if (rows.IsRefused)
            {
                _refused = true;
                continue;
            }

            _read.Steps++;
            CheckSum(rows, step.Kind == StepKind.Increased ? step.Amount : 0);
            if (equal.Next(step with { VoidedOn = null }) is not { } known)
            {
                MayAdd(rows, matter);
                _steps.Add((step with { Number = ++number, Extra = rows.Extra() }, rows.Place));
            }
            else if (step.VoidedOn != known.VoidedOn)
            {
                if (known.VoidedOn is null)
                {
                    MayAdd(rows, matter);
                    voided.Add(known.Number, (step.VoidedOn!.Value, rows.Place));
                }
                else
                {
                    Refuse(rows, "voided_on", new Refusal("row.voided-otherwise", known.VoidedOn.Value));
                }
            }
        }

        return voided;
    }

    private Dictionary<int, DateOnly> ReadEvents(int ordinal, Matter matter, MatterFile? there)
    {
        var voided = new Dictionary<int, DateOnly>();
        var equal = new EqualRows<MatterEvent>((there?.Events ?? []).Select(e => (e with { Number = 0, VoidedOn = null, Act = 0, VoidAct = 0, Extra = null }, e)));
        var number = there?.Events.Count ?? 0;
        while (cursors.Events?.MoveTo(ordinal) == true)
        {
            var rows = cursors.Events.Reader;
            var read = _rows.Event(rows, matter, Line);
            if (rows.IsRefused)
            {
                _refused = true;
                continue;
            }

            if (equal.Next(read with { VoidedOn = null }) is not { } known)
            {
                MayAdd(rows, matter);
                _events.Add((read with { Number = ++number, Extra = rows.Extra() }, rows.Place));
            }
            else if (read.VoidedOn != known.VoidedOn)
            {
                if (known.VoidedOn is null)
                {
                    MayAdd(rows, matter);
                    voided.Add(known.Number, read.VoidedOn!.Value);
                }
                else
                {
                    Refuse(rows, "voided_on", new Refusal("row.voided-otherwise", known.VoidedOn.Value));
                }
            }
        }

        return voided;
    }

    /// <summary>Every known step of the matter must have its effect, the old ones and the new; whoever breaks another's ground is refused.</summary>
    private void CheckStory(MatterFile file, MatterFile? there, Dictionary<int, (DateOnly On, RowPlace Place)> voided)
    {
        if (_steps.Count == 0 && voided.Count == 0)
        {
            return;
        }

        var inBooks = there?.Steps.Count ?? 0;
        foreach (var (step, column, why) in StepChecks.WhyNotStory(file.Matter, file.Steps, units))
        {
            _refused = true;
            var rows = cursors.Steps!.Reader;
            if (step.Number > inBooks)
            {
                rows.RefuseAt(_steps[step.Number - inBooks - 1].Place, column, why);
                continue;
            }

            // A step of the books lost its ground: to the rows that void, or else to those that came before it.
            var stands = new Refusal("step.stands-on-it", step.Kind, step.On, why);
            foreach (var (_, place) in voided.Values)
            {
                rows.RefuseAt(place, "voided_on", stands);
            }

            foreach (var (_, place) in _steps.Where(s => voided.Count == 0 && s.Step.VoidedOn is null && Step.InOrder(s.Step, step) < 0))
            {
                rows.RefuseAt(place, "step", stands);
            }
        }
    }

    private void RefuseStepsOfOthers(MatterFile file, int inBooks)
    {
        foreach (var step in scope.StepsOfOthers(file, inBooks))
        {
            _refused = true;
            cursors.Steps!.Reader.RefuseAt(_steps[step.Number - inBooks - 1].Place, "matter", new Refusal("exchange.held-elsewhere", file.Matter.Code));
        }
    }

    /// <summary>Whether the row may add to the matter; one that another unit holds is not this person's to change.</summary>
    private bool MayAdd(RowReader rows, Matter matter)
    {
        if (_isAnothers)
        {
            Refuse(rows, "matter", new Refusal("exchange.held-elsewhere", matter.Code));
        }

        return !_isAnothers;
    }

    /// <summary>Rows of a matter that neither the set nor the books have.</summary>
    private void RefuseOrphans(int ordinal, string code)
    {
        foreach (var cursor in new[] { cursors.Obligations, cursors.Roles, cursors.Steps, cursors.Events })
        {
            while (cursor?.MoveTo(ordinal) == true)
            {
                cursor.Reader.Refuse("matter", code.Length == 0 ? new Refusal("cell.empty") : new Refusal("code.unknown", code, "matters"));
            }
        }
    }

    /// <summary>A total above 64 bits would stop every report: the row that would bring it about is refused.</summary>
    private void CheckSum(RowReader rows, long amount)
    {
        _owed += amount;
        if (amount > 0 && _owed > ExchangeFormat.LargestSum)
        {
            _owed -= amount;
            Refuse(rows, "amount", new Refusal("amount.sum-too-large", ExchangeFormat.LargestSum));
        }
    }

    private void Refuse(RowReader rows, string column, Refusal why)
    {
        rows.Refuse(column, why);
        _refused = true;
    }

    /// <summary>Number of the line named, 0 for an empty cell; an unknown one is refused.</summary>
    private int Line(RowReader rows, Matter matter)
    {
        var cell = rows.Cell("line");
        if (cell.IsEmpty)
        {
            return 0;
        }

        if (_lines.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(cell, out var number))
        {
            return number;
        }

        rows.Refuse("line", new Refusal("line.unknown", cell.ToString(), matter.Code));
        return 0;
    }
}
