namespace Thads.Office.Data;

/// <summary>The tables that are only ever added to; migrations guard each of them (0006 and those named “unchanged”) against change and deletion.</summary>
public static class AppendOnly
{
    public static readonly IReadOnlyList<string> Tables =
    [
        "act", "act_matter", "unit", "unit_period", "unit_succession", "commune", "officer", "officer_period", "matter", "obligation", "party", "matter_party",
        "step", "step_void", "matter_event", "matter_event_void", "move", "docket_batch", "docket_month", "docket_opening",
        "target", "reported_figure", "role_given", "role_end", "signing_given", "signing_end", "act_change", "sign_in",
        "unit_period_end", "officer_period_end", "commune_end", "commune_change", "setting_value",
        "report_closed", "report_sent", "report_reason", "report_confirmed",
        "nightly_run", "nightly_result",
        "recognition", "score", "review_answer",
        "narrative_text", "narrative_number", "narrative_template",
        "partner", "partner_said", "task", "task_step", "paper_template", "attachment",
        "obstacle", "obstacle_commune",
    ];
}
