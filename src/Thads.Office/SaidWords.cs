using Thads.Law;

namespace Thads.Office;

/// <summary>What the law says, in a person's language.</summary>
public static class SaidWords
{
    extension(Said said)
    {
        public string In(Language language) => language == Language.English ? said.En : said.Vi;
    }
}
