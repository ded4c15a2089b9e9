namespace Thads.Office.Acts;

/// <summary>What a person may do. Acts ask for one of these by <see cref="Work.Require(Permissions)"/>; roles are sets of them.</summary>
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

    /// <summary>Bring in and take out exchange sets and sheets.</summary>
    Exchange = 8,

    /// <summary>Look after the database: migrate, back up, restore, verify.</summary>
    Operate = 16,

    /// <summary>Look after people, roles, units, communes and settings.</summary>
    Administer = 32,

    /// <summary>Read who did what and when.</summary>
    ReadActs = 64,

    /// <summary>Sign what the office sends out.</summary>
    Sign = 128,

    /// <summary>Close figures, draw up reports and give the reasons of what changed.</summary>
    Report = 256,

    /// <summary>Close and send the report of one's own matters.</summary>
    ReportOwn = 512,

    /// <summary>Record what was decided about units and officers: targets assigned, ranks, recognition.</summary>
    Direct = 1024,

    /// <summary>Prepare and keep what directs the work: campaigns, committee, partners, requests, tasks, conferences, nominations.</summary>
    Organise = 2048,

    All = ReadMatters | ReadFigures | RecordSteps | Exchange | Operate | Administer | ReadActs | Sign | Report | ReportOwn | Direct | Organise,
}

/// <summary>Rights over some units.</summary>
/// <param name="Units">Ids of the units, or null for the whole tree, later units too.</param>
public sealed record Grant(Permissions May, IReadOnlySet<int>? Units)
{
    public bool Covers(int unit) => Units?.Contains(unit) ?? true;
}

/// <summary>Who is asking: a name that acts are written under, and rights, each over some units.</summary>
public sealed record Person(string Name, IReadOnlyList<Grant> Grants)
{
    private const Permissions Reading = Permissions.ReadMatters | Permissions.ReadFigures;

    /// <param name="units">Ids of the units the rights are over, or null for the whole tree.</param>
    public Person(string name, Permissions may, IReadOnlySet<int>? units = null)
        : this(name, [new Grant(may, units)])
    {
    }

    /// <summary>Id of the account that signed in; 0 for whoever runs a command.</summary>
    public int Account { get; init; }

    /// <summary>As printed under what the person does; the name acts are written under where there is none.</summary>
    public string FullName { get => field.Length > 0 ? field : Name; init; } = "";

    /// <summary>The officer this person is in the books; 0 = none.</summary>
    public int Officer { get; init; }

    /// <summary>The unit the person belongs to; 0 = the whole tree.</summary>
    public int Unit { get; init; }

    /// <summary>Name of that unit today; "" = the whole tree.</summary>
    public string UnitName { get; init; } = "";

    /// <summary>What the person is today, the role that counts most first.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>All rights, wherever they hold.</summary>
    public Permissions May => Grants.Aggregate(Permissions.None, (all, grant) => all | grant.May);

    /// <summary>Whoever runs the program on the machine that holds the database: the keeper of the file sees all of it.</summary>
    public static Person Operator(string name) => new(name, Permissions.All);

    /// <summary>Whether what this unit holds may be seen. The one question behind every `VisibleTo`.</summary>
    public bool Sees(int unit) => Grants.Any(grant => (grant.May & Reading) != 0 && grant.Covers(unit));

    /// <summary>Whether the right holds over this unit.</summary>
    public bool MayIn(int unit, Permissions needed) => Grants.Any(grant => grant.May.HasFlag(needed) && grant.Covers(unit));

    /// <summary>Whether the right holds over the whole tree.</summary>
    public bool MayEverywhere(Permissions needed) => Grants.Any(grant => grant.May.HasFlag(needed) && grant.Units is null);
}
