using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ConfigAudit.Help;

/// <summary>
/// Writes one MAML file for each language. Complains, and fails, when a cmdlet or a parameter has no text or a text has no cmdlet or
/// parameter.
/// </summary>
internal static class Program
{
    private const string Usage =
        "Usage: ConfigAudit.Help CMDLETS.dll REFERENCES PAGES OUTPUT    (REFERENCES: folders or assemblies, joined by ';')";

    public static int Main(string[] args)
    {
        if (args.Length != 4)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var cmdlets = CmdletAssembly.Read(args[0], args[1].Split(';', StringSplitOptions.RemoveEmptyEntries));
        var problems = new List<string>();
        HelpPages? first = null;
        foreach (var folder in Directory.GetDirectories(args[2]).Order(StringComparer.Ordinal))
        {
            var pages = HelpPages.Load(folder);
            problems.AddRange(Completeness.Problems(cmdlets, pages).Concat(Completeness.Differences(pages, first ??= pages)));
            var output = Path.Combine(args[3], Path.GetFileName(folder), Path.GetFileName(args[0]) + "-Help.xml");
            Directory.CreateDirectory(Path.GetDirectoryName(output)!);
            MamlDocument.Of(cmdlets, pages).Save(output);
        }

        // In the form of a compiler's, so that the build shows them as its own.
        foreach (var problem in problems)
            Console.WriteLine(problem);
        return problems.Count == 0 ? 0 : 1;
    }
}
