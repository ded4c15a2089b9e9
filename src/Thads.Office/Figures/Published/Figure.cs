namespace Thads.Office.Figures.Published;

/// <summary>The figures of a row, in the order of the specification: repairs are proposed in it.</summary>
public enum Figure
{
    /// <summary>Tổng số giải quyết.</summary>
    Total = 1,

    /// <summary>Năm trước chuyển sang.</summary>
    Carried = 2,

    /// <summary>Thụ lý mới.</summary>
    New = 3,

    /// <summary>Ủy thác.</summary>
    Delegated = 4,

    /// <summary>Thu hồi, hủy.</summary>
    Withdrawn = 5,

    /// <summary>Rút hồ sơ.</summary>
    PulledUp = 6,

    /// <summary>Gửi lại yêu cầu.</summary>
    Returned = 7,

    /// <summary>Tổng số phải thi hành.</summary>
    Due = 8,

    /// <summary>Có điều kiện thi hành.</summary>
    Enforceable = 9,

    /// <summary>Chưa có điều kiện thi hành.</summary>
    NotEnforceable = 10,

    /// <summary>Hoãn, tạm đình chỉ.</summary>
    PostponedSuspended = 11,

    /// <summary>Giải quyết xong.</summary>
    Settled = 12,

    /// <summary>Tỷ lệ giải quyết xong trên có điều kiện, %.</summary>
    Rate = 13,

    /// <summary>Chỉ tiêu, %.</summary>
    Target = 14,

    /// <summary>Chênh lệch so với chỉ tiêu, điểm %.</summary>
    Margin = 15,

    /// <summary>Tỷ lệ năm trước, %.</summary>
    PreviousRate = 16,

    /// <summary>Tăng, giảm của tỷ lệ, điểm %.</summary>
    RateChange = 17,

    /// <summary>Giải quyết xong năm trước.</summary>
    PreviousSettled = 18,

    /// <summary>Tăng, giảm của số giải quyết xong.</summary>
    SettledChange = 19,

    /// <summary>Chuyển kỳ sau.</summary>
    CarriedOver = 20,

    /// <summary>Có điều kiện chuyển kỳ sau.</summary>
    CarriedOverEnforceable = 21,
}

/// <summary>Facts about the figures.</summary>
public static class FigureFacts
{
    extension(Figure figure)
    {
        /// <summary>Its column, as the exchange format calls it.</summary>
        public string Name => figure switch
        {
            Figure.Total => "total",
            Figure.Carried => "carried",
            Figure.New => "new",
            Figure.Delegated => "delegated",
            Figure.Withdrawn => "withdrawn",
            Figure.PulledUp => "pulled_up",
            Figure.Returned => "returned",
            Figure.Due => "due",
            Figure.Enforceable => "enforceable",
            Figure.NotEnforceable => "not_enforceable",
            Figure.PostponedSuspended => "postponed_suspended",
            Figure.Settled => "settled",
            Figure.Rate => "rate",
            Figure.Target => "target",
            Figure.Margin => "margin",
            Figure.PreviousRate => "previous_rate",
            Figure.RateChange => "rate_change",
            Figure.PreviousSettled => "previous_settled",
            Figure.SettledChange => "settled_change",
            Figure.CarriedOver => "carried_over",
            Figure.CarriedOverEnforceable => "carried_over_enforceable",
        };

        /// <summary>Whether it is a percentage that was rounded to the decimals it is printed with; a count or amount follows the row's precision.</summary>
        public bool IsRounded => figure is Figure.Rate or Figure.Margin or Figure.PreviousRate or Figure.RateChange;
    }
}
