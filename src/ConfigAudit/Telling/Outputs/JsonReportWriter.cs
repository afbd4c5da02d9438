using System.Globalization;
using System.IO;
using System.Text;
using ConfigAudit.Base.Running;
using ConfigAudit.Judging.Findings;
using Newtonsoft.Json;

namespace ConfigAudit.Telling.Outputs;

/// <summary>Findings as JSON, format ConfigAudit.Findings/1: one object each, its members named as a finding's properties. What a finding
/// doesn't have is left out.</summary>
[ReportFile(ReportFormat.Json, ".json")]
internal sealed class JsonReportWriter : ReportWriter
{
    public const string Format = "ConfigAudit.Findings/1";

    private readonly StreamWriter _text;
    private readonly JsonTextWriter _json;

    public JsonReportWriter(string path, ReportSettings settings)
        : base(path, settings)
    {
        _text = new StreamWriter(Stream, new UTF8Encoding(false), 64 * 1024, leaveOpen: true);
        _json = new JsonTextWriter(_text)
        {
            Formatting = Formatting.Indented,
            Indentation = 1,
            CloseOutput = false,
        };
        _json.WriteStartObject();
        Member("format", Format);
        Member("madeAt", settings.MadeAt.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture));
        Member("moduleVersion", ProductInfo.Version);
        _json.WritePropertyName("catalogs");
        _json.WriteStartArray();
        foreach (var catalog in settings.Catalogs)
        {
            _json.WriteStartObject();
            Member("name", catalog.Name);
            Member("edition", ReportSettings.Written(catalog));
            _json.WritePropertyName("ageDays");
            _json.WriteValue(settings.Days(catalog));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WritePropertyName("findings");
        _json.WriteStartArray();
    }

    protected override void Add(Finding finding)
    {
        _json.WriteStartObject();
        foreach (var column in FindingColumns.All)
        {
            if (column.Text(finding) is { Length: > 0 } text)
                Member(char.ToLowerInvariant(column.Name[0]) + column.Name.Substring(1), text);
        }

        _json.WriteEndObject();
    }

    protected override void Finish()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    protected override void LetGo()
    {
        _json.Close();
        _text.Dispose();
    }

    private void Member(string name, string value)
    {
        _json.WritePropertyName(name);
        _json.WriteValue(value);
    }
}
