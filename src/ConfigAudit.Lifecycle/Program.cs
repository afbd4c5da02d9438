using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors.Software;
using ConfigAudit.Base.Files;
using ConfigAudit.Lifecycle.Releases;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Lifecycle;

/// <summary>Shows how the catalogues of lifecycles and of Windows releases differ from downloaded data, and writes them on demand; or
/// measures which share of registered names the first knows.</summary>
internal static class Program
{
    private const string Usage = """
        Usage: ConfigAudit.Lifecycle refresh CATALOGUE [--endoflife FOLDER [--revision COMMIT]] [--microsoft FILE] --day YYYY-MM-DD [--write]
               ConfigAudit.Lifecycle measure CATALOGUE NAMES... [--day YYYY-MM-DD] [--list]
               ConfigAudit.Lifecycle releases CATALOGUE PAGE... --day YYYY-MM-DD [--write]
               ConfigAudit.Lifecycle compare-releases CATALOGUE COPY... [--list]
          --endoflife  a copy of github.com/endoflife-date/endoflife.date, or its folder 'products'
          --microsoft  the export of learn.microsoft.com/lifecycle, CSV or XLSX
          --day        the day of the data (refresh, releases), or on which support is asked for (measure)
          PAGE         a release-health page of learn.microsoft.com, as a browser saves it (HTML) or in Markdown
          COPY         such a page, WindowsBuildTracker's windows-builds.json, or a file of windows-version-feed
        """;

    public static int Main(string[] args)
    {
        try
        {
            var words = args.Where((word, at) => !IsOption(word) && (at == 0 || !TakesValue(args[at - 1]))).ToArray();
            return words switch
            {
                ["refresh", var catalogue] => Refresh(catalogue, args, Console.Out),
                ["measure", var catalogue, .. { Length: > 0 } names] => Measure(catalogue, names, args, Console.Out),
                ["releases", var catalogue, .. { Length: > 0 } pages] => ReleaseCommands.Take(
                    catalogue,
                    pages,
                    Day(args) ?? throw new ArgumentException("--day is missing: of which day the pages are."),
                    args.Contains("--write", StringComparer.Ordinal),
                    (path, text) => Write(path, text, WindowsReleaseFile.Load),
                    Console.Out
                ),
                ["compare-releases", var catalogue, .. { Length: > 0 } copies] => ReleaseCommands.Compare(
                    catalogue,
                    copies,
                    args.Contains("--list", StringComparer.Ordinal),
                    Console.Out
                ),
                _ => Wrong(Usage, 2),
            };
        }
        catch (InputException bad)
        {
            return Wrong(bad.Message, 1);
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Wrong(bad.Message, 1);
        }
    }

    /// <summary>Everything is read and compared before anything is written.</summary>
    internal static int Refresh(string path, string[] args, TextWriter told)
    {
        // Whether it is a catalogue at all is told by what uses it.
        CatalogFile.LoadLifecycle(path);
        var day = Day(args) ?? throw new ArgumentException("--day is missing: of which day the data is.");
        var sources = new List<LifecycleSource>();
        if (Value(args, "--endoflife") is { } folder)
            sources.Add(EndOfLifeFolder.Read(folder, day, Value(args, "--revision")));
        if (Value(args, "--microsoft") is { } file)
            sources.Add(MicrosoftExport.Read(file, day));
        if (sources.Count == 0)
            throw new ArgumentException("--endoflife or --microsoft is wanted: what to take the days from.");
        var text = File.ReadAllText(path);
        var catalogue = JsonConvert.DeserializeObject<JObject>(
            text,
            new JsonSerializerSettings { DateParseHandling = DateParseHandling.None }
        )!;
        var differences = sources.SelectMany(source => Comparison.Of(catalogue, source)).ToArray();
        foreach (var difference in differences)
            told.WriteLine(difference);
        told.WriteLine(
            string.Join(", ", Enum.GetValues<DifferenceKind>().Select(kind => $"{kind}: {differences.Count(each => each.Kind == kind)}"))
        );
        if (!args.Contains("--write", StringComparer.Ordinal))
        {
            told.WriteLine("Nothing was written; --write does.");
            return 0;
        }

        Write(path, CatalogText.With(path, text, differences, sources), CatalogFile.LoadLifecycle);
        told.WriteLine($"{path} was written.");
        return 0;
    }

    internal static int Measure(string path, string[] names, string[] args, TextWriter told)
    {
        var catalogue = CatalogFile.LoadLifecycle(path);
        var day = (Day(args) ?? DateOnly.FromDateTime(DateTime.Today)).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        foreach (var file in names)
        {
            var measured = Measurement.Of(catalogue, Measurement.Read(file), day);
            told.WriteLine(
                $"{Path.GetFileName(file)}: recognised {measured.Share(measured.Dated.Concat(measured.Undated).ToArray())}, with days or a known end {measured.Share(measured.Dated)}, without a published end {measured.Share(measured.Undated)}"
            );
            if (!args.Contains("--list", StringComparer.Ordinal))
                continue;
            foreach (var name in Measurement.Read(file))
                told.WriteLine($"  {name.Product}: {name.Name} {name.Version} -> {Found(catalogue, name, day)}");
        }

        return 0;
    }

    private static string Found(LifecycleCatalog catalogue, (string Product, string Name, string Version) name, DateTimeOffset day) =>
        catalogue.Find(ProductName.Plain(name.Name), name.Version) is not { } match
            ? "not known"
            : $"{match.Name} ({(match.IsOpen ? "version not told" : match.On(day)?.ToString() ?? "open")}{(match.Ends is { } ends ? $", {ends:yyyy-MM-dd}" : string.Empty)})";

    /// <summary>Beside the file first, read as a catalogue there, and moved into its place: whatever fails, the file is whole.</summary>
    internal static void Write(string path, string text, Func<string, object> load)
    {
        var beside = path + ".new";
        try
        {
            File.WriteAllText(beside, text, new UTF8Encoding(false));
            load(beside);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static bool IsOption(string word) => word.StartsWith("--", StringComparison.Ordinal);

    private static bool TakesValue(string word) => word is "--endoflife" or "--microsoft" or "--revision" or "--day";

    private static string? Value(string[] args, string option)
    {
        var at = Array.IndexOf(args, option);
        return at < 0 ? null
            : at + 1 < args.Length ? args[at + 1]
            : throw new ArgumentException($"{option} has no value.");
    }

    private static DateOnly? Day(string[] args) =>
        Value(args, "--day") is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new ArgumentException($"--day: '{text}' is no day (yyyy-MM-dd).");

    private static int Wrong(string message, int code)
    {
        Console.Error.WriteLine(message);
        return code;
    }
}
