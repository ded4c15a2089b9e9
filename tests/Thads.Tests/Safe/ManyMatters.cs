using System.Globalization;
using System.Text;

namespace Thads.Tests.Safe;

/// <summary>An exchange set of one district with as many plain matters as asked for: M0, M1, …, each of two lines and three steps.</summary>
internal static class ManyMatters
{
    public static void Write(string folder, int matters)
    {
        Directory.CreateDirectory(folder);
        Put("units", "code,name,kind,parent", ["D1,Huyện Mẫu,district,"]);
        Put("officers", "code,name,unit,title", ["O1,Người Mẫu,D1,enforcer"]);
        Put("matters", "code,unit,officer,decided_on,basis,type", Each(i => [$"M{i},D1,O1,{Day(i)},on_request,civil"]));
        Put("obligations", "matter,line,kind,amount", Each(i => [$"M{i},1,debt,{1_000_000 + i}", $"M{i},2,act,0"]));
        Put("steps", "matter,line,step,on,known_on,amount", Each(i =>
            [$"M{i},1,not_enforceable,{Day(i, 20)},,", $"M{i},1,resumed,{Day(i, 40)},{Day(i, 90)},", $"M{i},1,collected,{Day(i, 60)},,5000"]));

        IEnumerable<string> Each(Func<int, string[]> rows) => Enumerable.Range(0, matters).SelectMany(rows);

        void Put(string file, string header, IEnumerable<string> rows) => File.WriteAllLines(Path.Combine(folder, file + ".csv"), rows.Prepend(header), Encoding.UTF8);
    }

    private static string Day(int i, int later = 0) => new DateOnly(2020, 1, 2).AddDays(i % 700 + later).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
