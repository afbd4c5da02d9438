using System;
using System.IO;
using System.Text;
using ConfigAudit.Base.Values;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Base.Files;

/// <summary>The one way in and out for JSON: bounded in size and depth, strict, with line numbers in every error.</summary>
internal static class JsonFile
{
    /// <summary>Far above any real file of ours (a host with 400 products makes a snapshot of 0.1 MB) and small enough to be refused at
    /// once.</summary>
    public const long MaxBytes = 32 * 1024 * 1024;

    private const int MaxDepth = 64;

    internal static readonly JsonLoadSettings Strict = new()
    {
        DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error,
        LineInfoHandling = LineInfoHandling.Load,
        CommentHandling = CommentHandling.Ignore,
    };

    /// <summary>Reads a whole file as a tree.</summary>
    /// <exception cref="InputException">It can't be opened, is too large, or isn't one JSON object.</exception>
    public static JObject Load(string path) => Read(path, Tree);

    /// <summary>Reads a whole file that is an object, or an array of them, as PowerShell writes it.</summary>
    /// <exception cref="InputException">It can't be opened, is too large, or is neither.</exception>
    public static JToken LoadAny(string path) =>
        Read<JToken>(
            path,
            reader =>
            {
                if (!reader.Read())
                    throw reader.Error(new LocalText("ファイルが空です", "the file is empty"));
                if (reader.TokenType == JsonToken.StartArray)
                    return JArray.Load(reader, Strict);
                reader.Expect(JsonToken.StartObject);
                return JObject.Load(reader, Strict);
            }
        );

    /// <summary>Reads the bytes of a whole file as a tree.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="bytes">What it holds.</param>
    /// <exception cref="InputException">It isn't one JSON object.</exception>
    public static JObject Load(string path, byte[] bytes) => Read(path, new MemoryStream(bytes), Tree);

    /// <summary>Reads a whole file with <paramref name="read"/>, whose reading errors come out with the file's name and the
    /// place.</summary>
    /// <exception cref="InputException">It can't be opened, is too large, or <paramref name="read"/> couldn't make sense of it.</exception>
    public static V Read<V>(string path, Func<JsonTextReader, V> read)
    {
        using var stream = Open(path);
        return Read(path, stream, read);
    }

    /// <summary>Reads what a file holds with <paramref name="read"/>.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="stream">What it holds. It is left open.</param>
    /// <param name="read">Makes sense of it.</param>
    /// <exception cref="InputException"><paramref name="read"/> couldn't.</exception>
    public static V Read<V>(string path, Stream stream, Func<JsonTextReader, V> read)
    {
        using var text = new StreamReader(
            stream,
            Encoding.UTF8,
            detectEncodingFromByteOrderMarks: true,
            bufferSize: 16 * 1024,
            leaveOpen: true
        );
        using var reader = new JsonTextReader(text)
        {
            DateParseHandling = DateParseHandling.None,
            MaxDepth = MaxDepth,
            PropertyNameTable = new PropertyNames(),
        };
        try
        {
            var result = read(reader);
            while (reader.Read())
            {
                if (reader.TokenType != JsonToken.Comment)
                {
                    throw reader.Error(
                        new LocalText("文書の終わりの後に、余分な内容があります", "something follows after the end of the document")
                    );
                }
            }

            return result;
        }
        catch (JsonReaderException bad)
        {
            throw new InputException(path, bad.LineNumber, bad.LinePosition, Problem(bad), bad);
        }
        catch (Exception bad) when (bad is FormatException or OverflowException or ArgumentException or InvalidCastException)
        {
            throw new InputException(
                path,
                reader.LineNumber,
                reader.LinePosition,
                bad is FormatException written ? WrittenException.Of(written) : LocalText.Of(bad.Message),
                bad
            );
        }
    }

    /// <summary>Writes a whole file, or none.</summary>
    /// <exception cref="IOException">It couldn't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It couldn't be written.</exception>
    public static void Write(string path, Action<JsonWriter> write)
    {
        using var file = new AtomicFile(path);
        Write(file.Stream, write);
        file.Commit();
    }

    /// <summary>What <see cref="Write(string, Action{JsonWriter})"/> would write.</summary>
    public static byte[] Bytes(Action<JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        Write(bytes, write);
        return bytes.ToArray();
    }

    private static void Write(Stream stream, Action<JsonWriter> write)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), 16 * 1024, leaveOpen: true);
        using var writer = new JsonTextWriter(text)
        {
            Formatting = Formatting.Indented,
            Indentation = 1,
            CloseOutput = false,
        };
        write(writer);
    }

    private static JObject Tree(JsonTextReader reader)
    {
        if (!reader.Read())
            throw reader.Error(new LocalText("ファイルが空です", "the file is empty"));
        reader.Expect(JsonToken.StartObject);
        return JObject.Load(reader, Strict);
    }

    private static FileStream Open(string path)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.SequentialScan);
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new InputException(path, FilePlace.Unopened(path, bad), bad);
        }

        if (stream.Length <= MaxBytes)
            return stream;
        var size = stream.Length;
        stream.Dispose();
        throw new InputException(
            path,
            new LocalText(
                $"{size / (1024 * 1024)} MBあり、読み取れるのは {MaxBytes / (1024 * 1024)} MBまでです",
                $"it has {size / (1024 * 1024)} MB, and at most {MaxBytes / (1024 * 1024)} MB are read"
            )
        );
    }

    /// <summary>Our own messages as they are. The reader's, which end with a path, say how it reads and not what to do: they stay with the
    /// exception.</summary>
    private static LocalText Problem(JsonReaderException bad)
    {
        if (bad is JsonProblemException own)
            return own.Problem;
        if (bad.Message.IndexOf(" Path '", StringComparison.Ordinal) < 0)
            return LocalText.Of(bad.Message);
        if (bad.Message.StartsWith("Property with the name", StringComparison.Ordinal))
        {
            return new LocalText(
                $"'{bad.Path}' が2回書かれています。1つだけ残してください",
                $"'{bad.Path}' stands here twice; take one out"
            );
        }

        var (ja, en) = string.IsNullOrEmpty(bad.Path) ? (string.Empty, string.Empty) : ($"'{bad.Path}' のところで", $"at '{bad.Path}' ");
        return new LocalText(
            $"{ja}JSONとして読み取れません。破損しているか、別の種類のファイルです。UTF-8のJSONファイルが必要です。作成した元から取り直すか、作り直してください",
            $"{en}this can't be read as JSON: it is damaged, or a file of another kind. A JSON file in UTF-8 is wanted here: take it again from where it was made, or make it anew"
        );
    }

    /// <summary>Property names repeat thousands of times in one file: each is made a string once.</summary>
    private sealed class PropertyNames : DefaultJsonNameTable
    {
        public override string? Get(char[] key, int start, int length) =>
            base.Get(key, start, length) ?? Add(new string(key, start, length));
    }
}
