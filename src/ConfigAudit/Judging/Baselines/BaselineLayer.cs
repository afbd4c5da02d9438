using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Baselines;

/// <summary>One file of those that make a baseline: the one at the bottom, or an overlay that changes what lies below it.</summary>
internal sealed class BaselineLayer
{
    private static readonly string[] Own =
    {
        "$schema",
        "format",
        "id",
        "version",
        "title",
        "edition",
        "source",
        "parameters",
        "checks",
        "comments",
    };
    private static readonly string[] Overlay =
    {
        "$schema",
        "format",
        "id",
        "version",
        "title",
        "edition",
        "source",
        "extends",
        "assume",
        "parameters",
        "checks",
        "changes",
    };

    /// <exception cref="InputException">It has no id.</exception>
    public BaselineLayer(string path, JsonNode root) => (Path, Root, Id) = (path, root, root.Has("id") ? root.Text("id") : string.Empty);

    public string Path { get; }

    public string FullPath => System.IO.Path.GetFullPath(Path);

    public JsonNode Root { get; }

    public string Id { get; }

    /// <summary>Names of the baselines that it changes: one, or several, of which a later one changes what an earlier one says.</summary>
    public IReadOnlyList<JsonNode> Extends =>
        !IsOverlay ? Array.Empty<JsonNode>()
        : Root["extends"].Token is Newtonsoft.Json.Linq.JArray ? Root["extends"].Elements().ToArray()
        : new[] { Root["extends"] };

    /// <summary>The edition of the guideline that it is; null where it is none.</summary>
    public JsonNode? Edition => Root.Has("edition") ? Root["edition"] : null;

    public bool IsOverlay => Root.Has("extends");

    /// <exception cref="InputException">A member is none that such a file has.</exception>
    public void AllowOnly()
    {
        Root.AllowOnly(IsOverlay ? Overlay : Own);
        Root.Text("id");
        if (IsOverlay && Extends.Count == 0)
        {
            throw Root["extends"]
                .Error(new LocalText("'extends' には、1つ以上のベースラインを指定してください", "'extends' names at least one baseline"));
        }

        if (Root.Has("assume"))
            Root["assume"].AllowOnly("zone", "model");
    }
}
