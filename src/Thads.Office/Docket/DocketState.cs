namespace Thads.Office.Docket;

/// <summary>What the book of cases counts.</summary>
public enum Measure
{
    /// <summary>Việc: a matter, quantity 1.</summary>
    Matters = 1,

    /// <summary>Tiền: đồng of an obligation.</summary>
    Money = 2,
}

/// <summary>Where a matter, or each đồng owed in it, stands. Stored by number: never renumber, never reuse a number.</summary>
public enum DocketState
{
    /// <summary>Chưa thụ lý.</summary>
    Outside = 0,

    /// <summary>Đang thi hành.</summary>
    InProgress = 1,

    /// <summary>Hoãn theo thỏa thuận (Luật 2008, điểm c khoản 1 Điều 48).</summary>
    PostponedByAgreement = 2,

    /// <summary>Tạm dừng giải quyết khiếu nại, khác.</summary>
    Paused = 3,

    /// <summary>Chưa có điều kiện thi hành.</summary>
    NotEnforceable = 4,

    /// <summary>Hoãn (khác).</summary>
    Postponed = 5,

    /// <summary>Tạm đình chỉ.</summary>
    Suspended = 6,

    /// <summary>Theo dõi riêng: outside every total.</summary>
    Separate = 7,

    /// <summary>Thi hành xong.</summary>
    Completed = 8,

    /// <summary>Đình chỉ.</summary>
    Terminated = 9,

    /// <summary>Miễn, giảm (money only).</summary>
    Reduced = 10,

    /// <summary>Ủy thác đi.</summary>
    Delegated = 11,

    /// <summary>Thu hồi, hủy.</summary>
    Withdrawn = 12,

    /// <summary>Rút hồ sơ lên.</summary>
    PulledUp = 13,

    /// <summary>Gửi lại yêu cầu (law of 2025).</summary>
    Returned = 14,
}

public static class DocketStateFacts
{
    extension(DocketState state)
    {
        /// <summary>One of the six states in which a matter is being dealt with.</summary>
        public bool IsLive => state switch
        {
            DocketState.InProgress or DocketState.PostponedByAgreement or DocketState.Paused
                or DocketState.NotEnforceable or DocketState.Postponed or DocketState.Suspended => true,
            DocketState.Outside or DocketState.Separate or DocketState.Completed or DocketState.Terminated or DocketState.Reduced
                or DocketState.Delegated or DocketState.Withdrawn or DocketState.PulledUp or DocketState.Returned => false,
        };

        /// <summary>Live, or followed separately: a line in such a state is open.</summary>
        public bool IsOpen => state.IsLive || state == DocketState.Separate;
    }
}
