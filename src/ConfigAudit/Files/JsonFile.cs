using System;
using System.IO;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Files;

/// <summary>The one way in and out for JSON: bounded in size and depth, strict, with line numbers in every error.</summary>
internal static class JsonFile
{
    /// <summary>Far above any real file of ours (a host with 400 products makes a snapshot of 0.1 MB) and small enough to be refused at once.</summary>
    public const long MaxBytes = 32 * 1024 * 1024;

    private const int MaxDepth = 64;

    private static readonly JsonLoadSettings Strict = new()
    {
        DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error,
        LineInfoHandling = LineInfoHandling.Load,
        CommentHandling = CommentHandling.Ignore,
    };

    /// <summary>Reads a whole file as a tree.</summary>
    /// <exception cref="InputException">It can't be opened, is too large, or isn't one JSON object.</exception>
    public static JObject Load(string path) => Read(path, reader =>
    {
        if (!reader.Read())
            throw reader.Error("the file is empty");
        reader.Expect(JsonToken.StartObject);
        return JObject.Load(reader, Strict);
    });

    /// <summary>Reads a whole file with <paramref name="read"/>, whose reading errors come out with the file's name and the place.</summary>
    /// <exception cref="InputException">It can't be opened, is too large, or <paramref name="read"/> couldn't make sense of it.</exception>
    public static V Read<V>(string path, Func<JsonTextReader, V> read)
    {
        using var stream = Open(path);
        using var text = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 16 * 1024);
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
                    throw reader.Error("something follows after the end of the document");
            }

            return result;
        }
        catch (JsonReaderException bad)
        {
            throw new InputException(path, bad.LineNumber, bad.LinePosition, Problem(bad.Message), bad);
        }
        catch (Exception bad) when (bad is FormatException or OverflowException or ArgumentException or InvalidCastException)
        {
            throw new InputException(path, reader.LineNumber, reader.LinePosition, bad.Message, bad);
        }
    }

    /// <summary>Writes a whole file, or none.</summary>
    /// <exception cref="IOException">It couldn't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It couldn't be written.</exception>
    public static void Write(string path, Action<JsonWriter> write)
    {
        using var file = new AtomicFile(path);
        using (var text = new StreamWriter(file.Stream, new UTF8Encoding(false), 16 * 1024, leaveOpen: true))
        using (var writer = new JsonTextWriter(text) { Formatting = Formatting.Indented, Indentation = 1, CloseOutput = false })
            write(writer);
        file.Commit();
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
            throw new InputException(path, "it can't be opened: " + bad.Message, bad);
        }

        if (stream.Length <= MaxBytes)
            return stream;
        var size = stream.Length;
        stream.Dispose();
        throw new InputException(path, $"it has {size / (1024 * 1024)} MB, and at most {MaxBytes / (1024 * 1024)} MB are read");
    }

    /// <summary>The reader appends path and place to its messages; ours stand in front.</summary>
    private static string Problem(string message)
    {
        var end = message.IndexOf(" Path '", StringComparison.Ordinal);
        return end < 0 ? message : message.Substring(0, end);
    }

    /// <summary>Property names repeat thousands of times in one file: each is made a string once.</summary>
    private sealed class PropertyNames : DefaultJsonNameTable
    {
        public override string? Get(char[] key, int start, int length) => base.Get(key, start, length) ?? Add(new string(key, start, length));
    }
}
