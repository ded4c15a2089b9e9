namespace Thads.Office.Partners;

/// <summary>What a body outside the office is. Stored by number: never renumber, never reuse a number.</summary>
public enum PartnerKind
{
    /// <summary>Ủy ban nhân dân xã, phường, thị trấn.</summary>
    CommuneCommittee = 1,

    /// <summary>Công an.</summary>
    Police = 2,

    /// <summary>Tổ chức tín dụng.</summary>
    Bank = 3,

    /// <summary>Tòa án nhân dân.</summary>
    Court = 4,

    /// <summary>Viện kiểm sát nhân dân.</summary>
    Procuracy = 5,

    /// <summary>Cơ quan chuyên môn của Ủy ban nhân dân: phòng, sở.</summary>
    Department = 6,

    /// <summary>Ủy ban nhân dân huyện, tỉnh.</summary>
    PeoplesCommittee = 7,

    /// <summary>Cấp ủy.</summary>
    PartyCommittee = 8,

    /// <summary>Hội đồng nhân dân.</summary>
    PeoplesCouncil = 9,

    /// <summary>Mặt trận Tổ quốc và các đoàn thể.</summary>
    Front = 10,

    /// <summary>Bảo hiểm xã hội.</summary>
    SocialInsurance = 11,

    /// <summary>Cơ quan đăng ký: đất đai, giao dịch bảo đảm, phương tiện.</summary>
    Registry = 12,

    /// <summary>Kho bạc Nhà nước.</summary>
    Treasury = 13,

    /// <summary>Cơ quan thi hành án dân sự khác, cấp trên.</summary>
    EnforcementAgency = 14,

    /// <summary>Quân đội.</summary>
    Military = 15,

    Other = 16,
}

/// <summary>A body outside the office that it works with (cơ quan phối hợp): it answers requests, owns tasks, sends members and guests, is commended.</summary>
/// <param name="Unit">Id of the unit whose locality it belongs to.</param>
/// <param name="Commune">Code of the commune whose committee it is.</param>
/// <param name="EndedOn">Its last day.</param>
public sealed record Partner(int Id, string Code, PartnerKind Kind, int Unit, string Name, string? Commune, string? Contact, DateOnly? EndedOn)
{
    public bool IsThereOn(DateOnly day) => !(EndedOn < day);
}
