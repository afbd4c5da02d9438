using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ConfigAudit.Base.Files;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Judging.Baselines;

/// <summary>An organisation's own baseline to begin with: an overlay that changes nothing yet, with each parameter at its value in
/// force.</summary>
internal static class OverlayTemplate
{
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="System.UnauthorizedAccessException">It can't be written.</exception>
    public static void Save(string path, Baseline extended, IReadOnlyList<string> names, string id, string title)
    {
        var root = new JObject
        {
            ["format"] = BaselineFile.Format,
            ["id"] = id,
            ["version"] = "1.0",
            ["title"] = title,
            ["extends"] = names.Count == 1 ? names[0] : new JArray(names),
            ["parameters"] = new JObject(
                extended.Parameters.Select(parameter => new JProperty(parameter.Name, parameter.Effective.Token.DeepClone()))
            ),
            ["changes"] = new JObject(),
            ["checks"] = new JArray(),
        };
        using var file = new AtomicFile(path);
        var bytes = new UTF8Encoding(false).GetBytes(root.ToString(Formatting.Indented) + "\n");
        file.Stream.Write(bytes, 0, bytes.Length);
        file.Commit();
    }
}
