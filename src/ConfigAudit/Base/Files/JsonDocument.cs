using ConfigAudit.Base.Values;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Base.Files;

/// <summary>A JSON file of one of our formats, read as a tree whose nodes know their place.</summary>
internal sealed class JsonDocument
{
    private JsonDocument(string path, JObject root) => Root = new JsonNode(path, root);

    public JsonNode Root { get; }

    /// <exception cref="InputException">The file can't be read, or is of another format or version.</exception>
    public static JsonDocument Load(string path, string format) => Of(path, JsonFile.Load(path), format);

    /// <param name="path">The file, for messages.</param>
    /// <param name="bytes">What it holds.</param>
    /// <param name="format">What it has to be.</param>
    /// <exception cref="InputException">It isn't JSON, or of another format or version.</exception>
    public static JsonDocument Load(string path, byte[] bytes, string format) => Of(path, JsonFile.Load(path, bytes), format);

    /// <exception cref="InputException">It is of another format or version.</exception>
    internal static JsonDocument Of(string path, JObject root, string format)
    {
        var document = new JsonDocument(path, root);
        var found = document.Root.TextOrNull("format");
        if (found != format)
        {
            throw document.Root.Error(
                found is null
                    ? new LocalText(
                        $"このモジュールのファイルではありません。\"format\": \"{format}\" がありません",
                        $"this is no file of ours: it lacks \"format\": \"{format}\""
                    )
                    : new LocalText(
                        $"形式が '{found}' ですが、このバージョンが読み取るのは '{format}' です",
                        $"the format is '{found}', and this version reads '{format}'"
                    )
            );
        }

        return document;
    }
}
