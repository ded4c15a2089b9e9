using Thads.Bench;

var options = Options.Read(args);
if (options is null)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

await using var bench = new Workshop(options);
foreach (var what in options.What)
{
    await (what switch
    {
        "import" => ImportBench.RunAsync(bench),
        "forms" => FormsBench.RunAsync(bench),
        "find" => FindBench.RunAsync(bench),
        "acts" => ActsBench.RunAsync(bench),
        "small" => SmallBench.RunAsync(bench),
        "users" => UsersBench.RunAsync(bench),
        "duckdb" => DuckBench.RunAsync(bench),
        "law" => LawBench.RunAsync(bench),
        _ => throw new InvalidOperationException(what),
    });
}

bench.Results.Print(options);
return 0;
