using System.CommandLine;
using Thads.Commands;

return new RootCommand("THADS") { FiguresCheck.Create() }.Parse(args).Invoke();
