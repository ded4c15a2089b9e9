using Thads.Matters;

namespace Thads.Worklist;

/// <summary>The address of the form by which something is recorded in a matter.</summary>
internal static class RecordAddress
{
    public static string Of(string form, string matter) => $"/record/{form}{MatterAddress.Of(matter)["/matters".Length..]}";

    public static string Void(bool isEvent, int number, string matter) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/record/void/{(isEvent ? "event" : "step")}/{number}{MatterAddress.Of(matter)["/matters".Length..]}");
}
