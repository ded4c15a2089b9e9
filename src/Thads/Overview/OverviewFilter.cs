using System.Globalization;
using Thads.Figures;
using Thads.Http;
using Thads.Office.Acts;

namespace Thads.Overview;

/// <summary>The fields above an overview: those of the figures, and the day of the stock.</summary>
public sealed class OverviewFilter
{
    private readonly FigureFilter _figures;
    private readonly Work _work;
    private readonly string? _on;

    private OverviewFilter(FigureFilter figures, string? on, Work work) => (_figures, _on, _work) = (figures, on, work);

    public FigureFilter Figures => _figures;

    /// <summary>As people write a day where it is one; what is filled in where nothing was typed.</summary>
    public string On => _on is null ? "" : DateOnly.TryParseExact(_on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? PageText.Day(day) : _on;

    public static async Task<OverviewFilter> LoadAsync(HttpRequest request, Work work, CancellationToken ct) =>
        new(await FigureFilter.LoadAsync(request, isWhole: false, work, ct), request.Query["on"].FirstOrDefault()?.Trim() is { Length: > 0 } on ? on : null, work);

    /// <exception cref="UnreadableException">A field holds what it cannot hold.</exception>
    public OverviewAddress Read()
    {
        var figures = _figures.Read();
        return new OverviewAddress(figures.Unit, figures.Year, figures.Months, figures.KnownOn, TypedDay.Read(_on, "on", _work));
    }

    /// <summary>Whether the address says it as it is said best: nothing empty, days in ISO.</summary>
    public bool IsPlain(OverviewAddress read) => _figures.IsPlain(read.Figures) && (_on is null || _on == PageText.Iso(read.On!.Value));

    /// <summary>The day of the stock: the one asked for; else the day of knowledge; else today.</summary>
    public DateOnly DayOf(OverviewAddress read) => read.On ?? (read.KnownOn < _work.Today ? read.KnownOn.Value : _work.Today);
}
