using Thads.Office.Documents;

namespace Thads.Office.Narrative;

/// <summary>The templates that come with the program, made from the outline: what an office begins with, and goes back to.</summary>
public static class ShippedTemplate
{
    /// <param name="known">All tags, with their samples: a template is read in Word before it is filled.</param>
    public static byte[] Of(NarrativeKind kind, IReadOnlyList<KnownTag> known)
    {
        if (kind == NarrativeKind.News)
        {
            throw new InvalidOperationException("The news text is no official document: it has no template.");
        }

        KnownTag Named(string written) => known.First(tag => tag.Tag.Written == written);
        var paper = new OfficialPaper().Head("BÁO CÁO", "Số:        /", "chu:trich-yeu");
        foreach (var group in Groups(kind))
        {
            if (group[0].Title is null)
            {
                Places(paper, group[0]);
            }
            else
            {
                paper.Part($"phan:{group[0].Code}", part =>
                {
                    Places(part.Heading(1, group[0].Title!), group[0]);
                    foreach (var under in group.Skip(1))
                    {
                        part.Part($"phan:{under.Code}", inner => Places(inner.Heading(2, under.Title!), under));
                    }
                });
            }
        }

        paper.Place(Named($"cau:{NarrativeTags.ByHand}"));
        paper.Foot(Named($"cau:{NarrativeTags.Recipients}"));
        if (kind == NarrativeKind.Yearly)
        {
            paper.PageBreak().Heading(3, "PHỤ LỤC").Place(Named("bang:sources"));
        }

        return paper.ToFile("Mẫu báo cáo");

        void Places(OfficialPaper on, OutlineSection section)
        {
            foreach (var tag in section.Body)
            {
                on.Place(known.FirstOrDefault(k => k.Tag == tag) ?? new KnownTag(tag, tag.Written, tag.Written));
            }
        }
    }

    /// <summary>A section of the first level with those below it.</summary>
    private static List<List<OutlineSection>> Groups(NarrativeKind kind)
    {
        var groups = new List<List<OutlineSection>>();
        foreach (var section in Outline.One.Of(kind))
        {
            if (section.Level == 2)
            {
                groups[^1].Add(section);
            }
            else
            {
                groups.Add([section]);
            }
        }

        return groups;
    }
}
