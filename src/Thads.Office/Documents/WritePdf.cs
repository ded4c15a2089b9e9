using System.ComponentModel;
using System.Diagnostics;

namespace Thads.Office.Documents;

/// <summary>A .docx as PDF by LibreOffice, where it is installed: one at a time, each in a profile of its own that is gone after, and never longer than a minute.</summary>
public static class WritePdf
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly string[] Writers = ["libswlo.so", "swlo.dll", "../Frameworks/libswlo.dylib"];
    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static readonly Lazy<string?> Found = new(Find);

    /// <summary>The program on this machine; null where there is none: then no page offers a PDF.</summary>
    public static string? LibreOffice => Found.Value;

    /// <exception cref="RefusedException">`pdf.no-libreoffice`, `pdf.failed`: with a way on.</exception>
    public static async Task<byte[]> RunAsync(byte[] docx, CancellationToken ct)
    {
        var program = LibreOffice ?? throw new RefusedException(new Refusal("pdf.no-libreoffice"));
        await Turn.WaitAsync(ct);
        try
        {
            // Once more where the first try gave nothing: a profile made anew fails now and then.
            return await TryAsync(program, docx, ct) ?? await TryAsync(program, docx, ct) ?? throw new RefusedException(new Refusal("pdf.failed"));
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <returns>Null where nothing came out in time.</returns>
    private static async Task<byte[]?> TryAsync(string program, byte[] docx, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("thads-pdf-").FullName;
        try
        {
            var from = Path.Combine(folder, "document.docx");
            await File.WriteAllBytesAsync(from, docx, ct);
            var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder };
            foreach (var argument in new[] { $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile")).AbsoluteUri}", "--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder, from })
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!;
            var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(Longest);
            try
            {
                await process.WaitForExitAsync(limit.Token);
                await said;
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                ct.ThrowIfCancellationRequested();
                return null;
            }

            var made = Path.Combine(folder, "document.pdf");
            return File.Exists(made) ? await File.ReadAllBytesAsync(made, ct) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>LibreOffice may be there without the part that reads documents.</summary>
    private static bool HasWriter(string program)
    {
        var real = File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program;
        var folder = Path.GetDirectoryName(Path.GetFullPath(real))!;
        return Writers.Any(library => File.Exists(Path.Combine(folder, library)));
    }

    private static string? Find()
    {
        var names = OperatingSystem.IsWindows() ? new[] { "soffice.exe" } : ["soffice", "libreoffice"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat([@"C:\Program Files\LibreOffice\program", "/usr/lib/libreoffice/program", "/opt/libreoffice/program", "/Applications/LibreOffice.app/Contents/MacOS"]);
        return folders.SelectMany(folder => names, Path.Combine).FirstOrDefault(file => File.Exists(file) && HasWriter(file));
    }
}
