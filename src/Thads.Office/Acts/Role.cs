namespace Thads.Office.Acts;

/// <summary>What somebody is in an office. Stored by number: never renumber, never reuse a number. The order is the order of rank on screens.</summary>
public enum Role
{
    /// <summary>Thủ trưởng.</summary>
    Head = 1,

    /// <summary>Phó thủ trưởng: signs only by a dated delegation.</summary>
    Deputy = 2,

    /// <summary>Chấp hành viên.</summary>
    Enforcer = 3,

    /// <summary>Thư ký thi hành án.</summary>
    Clerk = 4,

    /// <summary>Kế toán.</summary>
    Accountant = 5,

    /// <summary>Cán bộ thống kê.</summary>
    Statistician = 6,

    /// <summary>Thư ký Ban chỉ đạo.</summary>
    CommitteeSecretary = 7,

    /// <summary>Quản trị: looks after people and the machine, and reads no matter.</summary>
    Administrator = 8,

    /// <summary>Người kiểm tra: reads everything and changes nothing.</summary>
    Auditor = 9,
}

public static class RoleFacts
{
    private const Permissions Reads = Permissions.ReadMatters | Permissions.ReadFigures;

    extension(Role role)
    {
        /// <summary>The rights of the role over its unit, the units below it and those they succeeded.</summary>
        public Permissions May => role switch
        {
            Role.Head => Reads | Permissions.RecordSteps | Permissions.Exchange | Permissions.ReadActs | Permissions.Sign | Permissions.Report | Permissions.ReportOwn | Permissions.Direct
                | Permissions.Organise,
            Role.Deputy => Reads | Permissions.RecordSteps | Permissions.ReadActs | Permissions.Report | Permissions.ReportOwn | Permissions.Organise,
            Role.Enforcer => Reads | Permissions.RecordSteps | Permissions.ReportOwn,
            Role.Clerk => Reads | Permissions.RecordSteps | Permissions.Exchange | Permissions.Organise,
            Role.Accountant => Reads,
            Role.Statistician => Reads | Permissions.Exchange | Permissions.Report | Permissions.Direct | Permissions.Organise,
            Role.CommitteeSecretary => Reads | Permissions.Organise,
            Role.Administrator => Permissions.Administer | Permissions.Operate | Permissions.ReadActs,
            Role.Auditor => Reads | Permissions.ReadActs,
        };
    }
}
