using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Thads.Http;

/// <summary>One page of a long list; which one stands in the address under the list's name.</summary>
public sealed class Pager
{
    /// <summary>Rows on a page.</summary>
    public const int Size = 200;

    private readonly HttpRequest _request;
    private readonly string _name;

    /// <summary>A page beyond the last is the last, and what is no number is the first.</summary>
    public Pager(HttpRequest request, string name, int total)
    {
        _request = request;
        _name = name;
        Total = total;
        Last = Math.Max(1, ((total - 1) / Size) + 1);
        Current = long.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? (int)Math.Clamp(asked, 1, Last) : 1;
    }

    public int Total { get; }

    public int Current { get; }

    public int Last { get; }

    /// <summary>Number of the first row shown.</summary>
    public int From => Total == 0 ? 0 : ((Current - 1) * Size) + 1;

    public int To => Math.Min(Total, Current * Size);

    public IEnumerable<T> Of<T>(IEnumerable<T> rows) => rows.Skip((Current - 1) * Size).Take(Size);

    /// <summary>First, last, and those beside the current one.</summary>
    public IEnumerable<int> Near => new[] { 1, Current - 1, Current, Current + 1, Last }.Where(page => page >= 1 && page <= Last).Distinct().Order();

    public string Address(int page)
    {
        var query = new QueryBuilder(_request.Query.Where(part => part.Key != _name).SelectMany(part => part.Value, (part, value) => KeyValuePair.Create(part.Key, value ?? "")))
        {
            { _name, page.ToString(CultureInfo.InvariantCulture) },
        };
        return _request.Path + query.ToQueryString();
    }
}
