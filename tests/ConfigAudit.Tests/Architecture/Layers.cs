using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Tests.Architecture;

/// <summary>The order in which data flows through the engine, as its folders show it.</summary>
internal static class Layers
{
    private const string Root = "ConfigAudit";

    /// <summary>Each may use what stands before it; what stands in no group conducts them all.</summary>
    public static readonly IReadOnlyList<string> Groups = ["Base", "Facts", "Asking", "Judging", "Keeping", "Telling"];

    /// <summary>Uses of what comes later, and of folders of one group that use each other, directly or around others.</summary>
    public static IReadOnlyList<string> Broken(IReadOnlyList<Use> uses) =>
        [.. uses.Where(IsUp).Select(use => use.ToString()), .. Rings(uses)];

    private static bool IsUp(Use use) => Level(use.Of) > Level(use.By);

    private static int Level(string type)
    {
        var path = Path(type);
        return path.Length == 0 ? Groups.Count
            : Groups.ToList().IndexOf(path[0]) is >= 0 and var level ? level
            : throw new InvalidOperationException($"{type} stands in no group: {string.Join(", ", Groups)}.");
    }

    private static string[] Path(string type)
    {
        var folders = type.Split('.');
        return folders[0] == Root
            ? folders.Skip(1).Take(folders.Length - 2).ToArray()
            : throw new InvalidOperationException($"{type} isn't of the engine.");
    }

    /// <summary>Group and the folder in it.</summary>
    private static string Folder(string type) => string.Join("/", Path(type).Take(2));

    private static IEnumerable<string> Rings(IReadOnlyList<Use> uses)
    {
        var arrows = uses.Where(use => Level(use.By) == Level(use.Of) && Level(use.By) < Groups.Count && Folder(use.By) != Folder(use.Of))
            .ToLookup(use => Folder(use.By));
        return arrows.SelectMany(folder => folder).Where(use => Reaches(Folder(use.Of), Folder(use.By))).Select(use => $"{use}, in a ring");

        bool Reaches(string from, string to)
        {
            var seen = new HashSet<string>();
            var open = new Stack<string>([from]);
            while (open.Count > 0)
            {
                var folder = open.Pop();
                if (folder == to)
                    return true;
                if (seen.Add(folder))
                {
                    foreach (var use in arrows[folder])
                        open.Push(Folder(use.Of));
                }
            }
            return false;
        }
    }
}
