namespace Thads.Shared.Kit;

/// <summary>
/// What a list hands to <c>&lt;t-list&gt;</c>. All state of a list is in its address: every link here is the address of the list
/// with one thing changed, and the page makes them all.
/// </summary>
public sealed record ListPage
{
    /// <summary>Address of the list without its query; the filter form and the columns form are sent there.</summary>
    public required string Action { get; init; }

    /// <summary>How many there are in all, under the filters: "1.204 việc".</summary>
    public required string Counted { get; init; }

    /// <summary>Which of them are shown: "1–100"; null where it is all.</summary>
    public string? Shown { get; init; }

    /// <summary>How they are sorted, in words: "sắp theo hạn".</summary>
    public string? SortedBy { get; init; }

    /// <summary>Filters at work, each with the address of the list without it.</summary>
    public IReadOnlyList<ListChip> Chips { get; init; } = [];

    /// <summary>The list without any filter; shown when there are chips.</summary>
    public string? Clear { get; init; }

    public string? First { get; init; }

    public string? Previous { get; init; }

    public string? Next { get; init; }

    /// <summary>The list as a workbook, with its filters.</summary>
    public string? Workbook { get; init; }

    public ListColumns? Columns { get; init; }

    public ListViews? Views { get; init; }

    /// <summary>What the filter form must carry along and does not show: sort and columns.</summary>
    public IReadOnlyList<(string Name, string Value)> Carried { get; init; } = [];

    /// <summary>Nothing is found: what this means.</summary>
    public string? Empty { get; init; }

    /// <summary>For the line that stands on a print only: "Đơn vị · người in · thời điểm · bộ lọc".</summary>
    public string? Printed { get; init; }
}

/// <param name="Text">"Trạng thái: chưa có điều kiện".</param>
/// <param name="Without">The list without this filter.</param>
public sealed record ListChip(string Text, string Without);

/// <summary>The columns that may be chosen, in their order; sent by GET under one name, several times.</summary>
/// <param name="Name">Name in the address, such as "col".</param>
/// <param name="Carried">The rest of the address: filters and sort.</param>
public sealed record ListColumns(string Name, IReadOnlyList<(string Key, string Title, bool IsShown)> All, IReadOnlyList<(string Name, string Value)> Carried);

/// <summary>Views the person, or the office, has kept.</summary>
/// <param name="Save">Where the form is sent that keeps the present address under a name (`name`, `shared`).</param>
/// <param name="Remove">Where a view is given up (`view`); null where that is not offered.</param>
/// <param name="Query">The present address's query, as it will be kept.</param>
/// <param name="MayShare">Whether the person may keep it for the whole office.</param>
public sealed record ListViews(IReadOnlyList<ListView> All, string Save, string? Remove, string Query, bool MayShare);

/// <param name="IsOwn">Kept by this person, who may give it up.</param>
public sealed record ListView(string Id, string Name, string Address, bool IsCurrent, bool IsOwn);
