using Newtonsoft.Json.Linq;

namespace ConfigAudit.Files;

/// <summary>A JSON file of one of our formats, read as a tree whose nodes know their place.</summary>
internal sealed class JsonDocument
{
    private JsonDocument(string path, JObject root) => Root = new JsonNode(path, root);

    public JsonNode Root { get; }

    /// <exception cref="InputException">The file can't be read, or is of another format or version.</exception>
    public static JsonDocument Load(string path, string format)
    {
        var document = new JsonDocument(path, JsonFile.Load(path));
        var found = document.Root.TextOrNull("format");
        if (found != format)
        {
            throw document.Root.Error(found is null
                ? $"this is no file of ours: it lacks \"format\": \"{format}\""
                : $"the format is '{found}', and this version reads '{format}'");
        }

        return document;
    }
}
