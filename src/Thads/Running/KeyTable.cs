using System.Globalization;
using System.Text;
using Thads.Office;

namespace Thads.Running;

/// <summary>All keys as a table of Markdown: printed by `thads config keys`, and held in `docs/operate/configuration.md`.</summary>
internal static class KeyTable
{
    public static string Of(Language language)
    {
        var text = new StringBuilder();
        text.Append(Words.Say(language, "config.table-head")).Append("\n| --- | --- | --- | --- | --- |\n");
        foreach (var setting in Settings.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{setting.Key}` | {Words.Say(language, setting.Words)} | {setting.Allowed.In(language)} | ")
                .Append(setting.Default.Length == 0 ? Words.Say(language, setting.Words + ".default") : $"`{setting.Default}`")
                .Append(CultureInfo.InvariantCulture, $" | `{setting.Variable}`, `{setting.Flag}` |\n");
        }

        return text.ToString();
    }
}
