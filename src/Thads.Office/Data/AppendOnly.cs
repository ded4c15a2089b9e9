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
        "conference", "conference_state", "conference_person", "conference_invited", "conference_attendance", "conference_item", "conference_contribution",
        "conference_saying", "conference_result", "nomination", "nomination_ground", "nomination_withdrawn", "commendation_council", "commendation_vote",
        "commendation_decision", "commendation", "commendation_void", "commendation_handed", "programme", "programme_item", "self_check", "mistake", "law_tick", "proceeding",
        "narrative_text", "narrative_number", "narrative_template",
        "campaign", "campaign_plan", "campaign_goal", "campaign_frozen", "campaign_matter", "campaign_note", "campaign_closed",
        "partner", "partner_said", "task", "task_step", "paper_template", "attachment",
        "committee", "committee_end", "committee_member", "committee_member_end", "committee_rule", "meeting", "meeting_step", "meeting_agenda", "meeting_invited", "meeting_attendance", "meeting_minutes",
        "directed_matter", "directed_matter_end",
        "coordination_request", "coordination_request_matter", "coordination_request_event", "received", "received_matter", "received_event", "matter_plan", "watch_look",
        "obstacle", "obstacle_commune",
    ];
}
