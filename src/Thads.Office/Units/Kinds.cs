namespace Thads.Office.Units;

// Stored by number: never renumber, never reuse a number.

/// <summary>What a unit is in the tree.</summary>
public enum UnitKind
{
    /// <summary>Cục Quản lý THADS (until 30/06/2025 Tổng cục).</summary>
    Central = 1,

    /// <summary>THADS tỉnh, thành phố (Cục).</summary>
    Province = 2,

    /// <summary>Chi cục, until 30/06/2025.</summary>
    District = 3,

    /// <summary>Phòng THADS khu vực, since 01/07/2025.</summary>
    Room = 4,
}

/// <summary>What an officer is in the unit.</summary>
public enum OfficerTitle
{
    Enforcer = 1,
    ChiefEnforcer = 2,
    Head = 3,
    Deputy = 4,
    Examiner = 5,
    Clerk = 6,
    Accountant = 7,
    Cashier = 8,
    Storekeeper = 9,
    Statistician = 10,
}
