using System.Globalization;
using System.Numerics;

namespace Thads.Office.Figures.Published;

/// <summary>What stands before a printed figure.</summary>
public enum Mark
{
    None = 0,

    /// <summary><c>&gt;</c>: "trên", "hơn".</summary>
    Over = 1,

    /// <summary><c>&lt;</c>: "gần".</summary>
    Nearly = 2,
}

/// <summary>A figure as somebody printed it.</summary>
/// <param name="Column">The column as the file names it.</param>
/// <param name="Text">The cell, with its mark and sign.</param>
public sealed record PrintedFigure(string Column, string Text, Mark Mark, Rational Value, int Decimals)
{
    /// <summary>No published figure comes near this length; a longer cell is rubbish and not worth computing with.</summary>
    public const int MaxLength = 40;

    /// <summary>
    /// Reads a cell: a mark or none, a sign or none, digits, and decimals after a point. Null with the reason when it is not one.
    /// No separators of thousands: 8.169 would be read as a little over eight by one reader and as eight thousand by another.
    /// </summary>
    public static PrintedFigure? Read(string column, string cell, out Refusal? whyNot)
    {
        whyNot = WhyNotANumber(cell);
        if (whyNot is not null)
        {
            return null;
        }

        var digits = string.Concat(cell.Where(char.IsAsciiDigit));
        var point = cell.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : cell.Length - point - 1;
        var value = new Rational(BigInteger.Parse(digits, CultureInfo.InvariantCulture)) * Rational.StepOf(decimals);
        var mark = cell[0] switch
        {
            '>' => Mark.Over,
            '<' => Mark.Nearly,
            _ => Mark.None,
        };
        return new(column, cell, mark, cell.Contains('-', StringComparison.Ordinal) ? -value : value, decimals);
    }

    /// <summary>
    /// The values it may stand for. A target is exact; a percentage stands for all that round to it, half away from zero;
    /// a count or amount for what lies within half a <paramref name="step"/>.
    /// </summary>
    public Interval Range(Figure figure, Rational step)
    {
        if (figure == Figure.Target)
        {
            // "Trên 82,50" is how a target is worded; the margin is counted from 82,50.
            return Interval.Point(Value);
        }

        // An exact count has no step; a marked one still lies within the last place it was printed to.
        var width = figure.IsRounded || (step.Sign == 0 && Mark != Mark.None) ? Rational.StepOf(Decimals) : step;
        var half = width / new Rational(2);
        return Mark switch
        {
            Mark.None => new(Value - half, !figure.IsRounded || Value.Sign > 0, Value + half, !figure.IsRounded || Value.Sign < 0),
            Mark.Over => new(Value, true, Value + width, false),
            Mark.Nearly => new(Value - width, false, Value, true),
        };
    }

    private static Refusal? WhyNotANumber(string cell)
    {
        if (cell.Length > MaxLength)
        {
            return new("published.cell-too-long", cell.Length, MaxLength);
        }

        var body = cell.StartsWith('>') || cell.StartsWith('<') ? cell[1..].TrimStart(' ') : cell;
        body = body.StartsWith('-') || body.StartsWith('+') ? body[1..] : body;
        var parts = body.Split('.');
        if (parts.Length <= 2 && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit)))
        {
            return null;
        }

        return body.Contains(',', StringComparison.Ordinal) && body.All(c => char.IsAsciiDigit(c) || c is ',' or '.')
            ? new("published.decimal-comma", cell)
            : new("published.not-a-number", cell);
    }
}
