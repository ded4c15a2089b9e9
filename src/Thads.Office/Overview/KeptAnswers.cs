using System.Runtime.CompilerServices;
using Thads.Office.Data;

namespace Thads.Office.Overview;

/// <summary>
/// Answers kept from one reading to the next, for each database its own. The books only ever grow, so an answer stands as long as
/// its key names everything it was drawn from, the last act among it. The oldest make room for new ones.
/// </summary>
internal sealed class KeptAnswers<T>(int atMost)
    where T : class
{
    private readonly ConditionalWeakTable<Database, Dictionary<string, (T Answer, long Turn)>> _kept = [];
    private long _turn;

    /// <summary>The answer kept under the key, or a new one, kept from now on.</summary>
    public async Task<T> OfAsync(Database database, string key, Func<Task<T>> draw) => Find(database, key) ?? Keep(database, key, await draw());

    public T? Find(Database database, string key)
    {
        var answers = _kept.GetOrCreateValue(database);
        lock (answers)
        {
            if (!answers.TryGetValue(key, out var found))
            {
                return null;
            }

            answers[key] = (found.Answer, ++_turn);
            return found.Answer;
        }
    }

    public T Keep(Database database, string key, T answer)
    {
        var answers = _kept.GetOrCreateValue(database);
        lock (answers)
        {
            answers[key] = (answer, ++_turn);
            if (answers.Count > atMost)
            {
                answers.Remove(answers.MinBy(kept => kept.Value.Turn).Key);
            }
        }

        return answer;
    }
}
