namespace Thads.Office.Acts;

/// <summary>What a person may do. Acts ask for one of these by <see cref="Work.Require"/>; roles are sets of them.</summary>
[Flags]
public enum Permissions
{
    None = 0,

    /// <summary>Read matters, steps and the book of cases.</summary>
    ReadMatters = 1,

    /// <summary>Read forms and figures.</summary>
    ReadFigures = 2,

    /// <summary>Record and void steps and events of matters.</summary>
    RecordSteps = 4,

    /// <summary>Bring in and take out exchange sets.</summary>
    Exchange = 8,

    /// <summary>Look after the database: migrate, back up, restore, verify.</summary>
    Operate = 16,

    All = ReadMatters | ReadFigures | RecordSteps | Exchange | Operate,
}

/// <summary>Who is asking: a name that acts are written under, rights, and the units whose matters may be seen.</summary>
/// <param name="Units">Ids of the units seen, or null for the whole tree.</param>
public sealed record Person(string Name, Permissions May, IReadOnlySet<int>? Units = null)
{
    /// <summary>Whoever runs the program on the machine that holds the database: the keeper of the file sees all of it.</summary>
    public static Person Operator(string name) => new(name, Permissions.All);

    /// <summary>Whether what this unit holds may be seen. The one question behind every `VisibleTo`.</summary>
    public bool Sees(int unit) => Units?.Contains(unit) ?? true;
}
