using System.Globalization;

namespace Thads.Bench;

/// <summary>What is asked for on the command line.</summary>
/// <param name="Matters">Size of the set.</param>
/// <param name="Postgres">Connection string of a server on which databases may be made; null = SQLite only.</param>
/// <param name="Keep">Folder in which set and databases stay, to be used again; null = a throw-away one.</param>
/// <param name="Program">thads.dll, built in Release.</param>
/// <param name="Users">Of the sample office, at once.</param>
/// <param name="Seconds">How long they work.</param>
internal sealed record Options(IReadOnlyList<string> What, int Matters, string? Postgres, string? Keep, string Program, int Users, int Seconds)
{
    private static readonly string[] Parts = ["import", "forms", "find", "acts", "small", "duckdb", "users", "law"];

    public static string Usage =>
        """
        dotnet run -c Release --project bench/Thads.Bench -- <import|forms|find|acts|small|duckdb|users|law|all> [--matters N] [--db "Host=…"] [--keep DIR] [--program thads.dll] [--users N] [--seconds N]

          --matters N   size of the made-up nation (default 100000)
          --db          PostgreSQL server on which databases named thads_bench_… may be made and dropped; without it only SQLite is measured
          --keep DIR    leave set and databases there and use what is there already
          --users N     people in the sample office at once, one request each every 2 seconds (default 50)
          --seconds N   how long they work (default 60)
        """;

    public static Options? Read(string[] args)
    {
        var (what, matters, db, keep, program) = ("", 100_000, (string?)null, (string?)null, "");
        var (users, seconds) = (50, 60);
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : null;
            switch (args[i])
            {
                case "--matters" when int.TryParse(value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out matters) && matters > 0:
                    i++;
                    break;
                case "--users" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out users) && users > 0:
                case "--seconds" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out seconds) && seconds > 0:
                    i++;
                    break;
                case "--db" when value is not null:
                    (db, i) = (value, i + 1);
                    break;
                case "--keep" when value is not null:
                    (keep, i) = (value, i + 1);
                    break;
                case "--program" when value is not null:
                    (program, i) = (value, i + 1);
                    break;
                case var word when what.Length == 0 && (word == "all" || Parts.Contains(word)):
                    what = word;
                    break;
                default:
                    return null;
            }
        }

        program = program.Length > 0 ? program : Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/Thads/bin/Release/net10.0/thads.dll"));
        return what.Length == 0 ? null : new Options(what == "all" ? Parts : [what], matters, db, keep, program, users, seconds);
    }
}
