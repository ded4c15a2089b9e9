using System.Globalization;
using System.Numerics;
using CsCheck;
using Thads.Office.Figures.Published;

namespace Thads.Office.Tests.Figures.Published;

public sealed class PublishedProperties
{
    [Fact]
    public void Figures_that_were_true_before_they_were_rounded_are_never_called_inconsistent() =>
        TruePrint.Sample(
            print =>
            {
                var row = Rows.Checked(print);
                Assert.True(row.Verdict != Verdict.Inconsistent, string.Join(", ", row.Checks.Where(check => !check.Holds)));
            },
            iter: 5_000,
            print: print => print);

    [Fact]
    public void A_slip_in_one_digit_of_a_true_row_is_found_again_or_not_noticed() =>
        Slipped.Sample(
            slip =>
            {
                var row = Rows.Checked(slip.Cells);
                Assert.True(row.Verdict != Verdict.Inconsistent || ProposeRepairs.Of(row.Row, row.Checks).Any(repair => repair.Column == slip.Column && repair.Suggested == slip.Original));
            },
            iter: 2_000,
            print: slip => $"{slip.Cells} ({slip.Column} was {slip.Original})");

    [Fact]
    public void Every_repair_when_applied_makes_the_row_ok() =>
        Slipped.Sample(
            slip =>
            {
                foreach (var repair in Rows.Checked(slip.Cells).Repairs)
                {
                    var mended = slip.Cells.Replace($" {repair.Column}={repair.Printed} ", $" {repair.Column}={repair.Suggested} ", StringComparison.Ordinal);
                    Assert.NotEqual(slip.Cells, mended);
                    Assert.Equal(Verdict.Ok, Rows.Checked(mended).Verdict);
                }
            },
            iter: 2_000,
            print: slip => slip.Cells);

    /// <summary>A row whose figures were all true, in thousandths, and were then rounded, cut ("trên") or filled up ("gần") to what is printed.</summary>
    private static readonly Gen<string> TruePrint =
        from parts in Gen.Int[0, 3_000_000].Array[12]
        from zero in Gen.Bool.Array[12]
        from step in Among(0, 0, 1, 10, 100, 1000, 10_000)
        from rateDecimals in Gen.Int[0, 3]
        from marks in Among(Mark.None, Mark.None, Mark.None, Mark.Over, Mark.Nearly).Array[21]
        from left in Gen.Bool.Array[21]
        from regime in Among("", "08-2015", "08/2015", "06-2019", "05/2024")
        from target in Gen.Int[0, 9_999]
        select Printed(parts.Select((part, i) => zero[i] ? 0L : part).ToArray(), step, rateDecimals, marks, left, regime, target);

    /// <summary>A true row in which one digit of one figure was replaced.</summary>
    private static readonly Gen<(string Cells, string Column, string Original)> Slipped =
        from cells in TruePrint
        from which in Gen.Int[0, 1_000]
        from place in Gen.Int[0, 1_000]
        from digit in Gen.Char['0', '9']
        select Slip(cells, which, place, digit);

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Printed(long[] part, int step, int rateDecimals, Mark[] marks, bool[] left, string regime, int target)
    {
        // Whole numbers stay whole when there is no step: an exact count is one.
        var unit = step == 0 ? 1000L : 1L;
        Rational Thousandths(long value) => new Rational(value * unit) * Rational.StepOf(3);

        var settled = part[0];
        var enforceable = settled + part[1];
        var notEnforceable = part[2];
        var postponed = regime.StartsWith("08", StringComparison.Ordinal) ? 0 : part[3];
        var due = enforceable + notEnforceable + postponed;
        var total = due + part[4] + part[5] + part[6] + part[7];
        var carried = Math.Min(part[8], total);
        var previousSettled = part[9];
        var previousRate = new Rational(part[10]) * Rational.StepOf(4);
        var aim = new Rational(target) * Rational.StepOf(2);

        var cells = new List<string>();
        var at = 0;
        Put("total", Thousandths(total));
        Put("carried", Thousandths(carried));
        Put("new", Thousandths(total - carried));

        // Parts that are empty count as 0, so all four are printed or left out together.
        if (left[20])
        {
            Put("delegated", Thousandths(part[4]), always: true);
            Put("withdrawn", Thousandths(part[5]), always: true);
            Put("pulled_up", Thousandths(part[6]), always: true);
            Put("returned", Thousandths(part[7]), always: true);
        }

        Put("due", Thousandths(due));
        Put("eligible", Thousandths(enforceable));
        Put("not_enforceable", Thousandths(notEnforceable));
        Put("postponed_suspended", Thousandths(postponed));
        Put("settled", Thousandths(settled));
        PutRate("previous_rate", previousRate);
        if (enforceable > 0)
        {
            var rate = new Rational(100 * settled) / new Rational(enforceable);
            PutRate("rate", rate);
            PutRate("margin", rate - aim);
            PutRate("rate_change", rate - previousRate);
        }

        Put("previous_done", Thousandths(previousSettled));
        Put("settled_change", Thousandths(settled - previousSettled));
        Put("carry_next", Thousandths(due - settled));
        Put("carried_over_enforceable", Thousandths(enforceable - settled));
        cells.Add($"target={aim.Written(2)}");
        cells.Add($"precision={(step == 0 ? "" : Thousandths(step).Written(3))}");
        cells.Add($"regime={regime}");
        return $" {string.Join(' ', cells)} ";

        void Put(string column, Rational value, bool always = false)
        {
            var width = Thousandths(step == 0 ? 1 : step);
            Print(column, value, width, step == 0 ? 0 : 3, marks[at], left[at] || always);
            at++;
        }

        void PutRate(string column, Rational value)
        {
            Print(column, value, Rational.StepOf(rateDecimals), rateDecimals, marks[at], left[at]);
            at++;
        }

        void Print(string column, Rational value, Rational width, int decimals, Mark mark, bool printed)
        {
            var steps = value / width;
            var down = new Rational(BigInteger.Divide(steps.Numerator - (steps.Sign < 0 ? steps.Denominator - 1 : 0), steps.Denominator));
            var up = down == steps ? down : down + new Rational(1);
            var shown = mark switch
            {
                Mark.None => new Rational(BigInteger.Parse(steps.Written(0), CultureInfo.InvariantCulture)),
                Mark.Over => down,
                Mark.Nearly => up,
            };
            if (printed)
            {
                cells.Add($"{column}={mark switch { Mark.None => "", Mark.Over => ">", Mark.Nearly => "<" }}{(shown * width).Written(decimals)}");
            }
        }
    }

    private static (string Cells, string Column, string Original) Slip(string cells, int which, int place, char digit)
    {
        var pairs = cells.Trim().Split(' ').Where(pair => !pair.StartsWith("precision", StringComparison.Ordinal) && !pair.StartsWith("regime", StringComparison.Ordinal)).ToList();
        var pair = pairs[which % pairs.Count].Split('=');
        var digits = Enumerable.Range(0, pair[1].Length).Where(i => char.IsAsciiDigit(pair[1][i])).ToList();
        var changed = pair[1].ToCharArray();
        changed[digits[place % digits.Count]] = digit;
        return (cells.Replace($" {pair[0]}={pair[1]} ", $" {pair[0]}={new string(changed)} ", StringComparison.Ordinal), pair[0], pair[1]);
    }
}
