using System.CommandLine;
using System.Text;
using Thads.Commands;
using Thads.Commands.Law;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var shell = new Shell(Shell.LanguageOf(args));
Shell.Lang.Description = shell.Say("cli.lang");
var root = new RootCommand(shell.Say("cli.root"))
{
    Shell.Lang,
    DemoCommand.Create(shell),
    ServeCommand.Create(shell),
    ConfigCommand.Create(shell),
    HealthCommand.Create(shell),
    AccountCommand.Create(shell),
    ImportCommand.Create(shell),
    ExportCommand.Create(shell),
    SheetCommand.Create(shell),
    ReportCommand.Create(shell),
    RankingCommand.Create(shell),
    CommitteeCommand.Create(shell),
    CoordinationCommands.Requests(shell),
    CoordinationCommands.Directions(shell),
    CoordinationCommands.Partners(shell),
    WatchListsCommand.Create(shell),
    TasksCommand.Create(shell),
    CampaignsCommand.Create(shell),
    TargetsCommand.Create(shell),
    ConferenceCommands.Conferences(shell),
    ConferenceCommands.Commendations(shell),
    ConferenceCommands.Programme(shell),
    CompareCommand.Create(shell),
    NarrativeCommand.Create(shell),
    MannersCommand.Create(shell),
    ObstaclesCommand.Create(shell),
    WarningCommand.Create(shell),
    LawCommand.Create(shell),
    FiguresCheck.Create(shell),
    VerifyCommand.Create(shell),
    DoctorCommand.Create(shell),
    DatabaseCommands.Migrate(shell),
    DatabaseCommands.Backup(shell),
    DatabaseCommands.Restore(shell),
    SampleCommand.Create(shell),
    PermissionsCommand.Create(shell),
    VersionCommand.Create(shell),
};
shell.OfferDataFolder(root);
var parsed = root.Parse(args);
// The site finishes what is under way when it is told to stop; a command that is not done by then is ended.
var exit = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = ServeCommand.StopsWithin + TimeSpan.FromSeconds(5) });
return parsed.Errors.Count > 0 ? Exit.Usage : exit;
