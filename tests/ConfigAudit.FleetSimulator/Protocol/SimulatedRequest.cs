using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace ConfigAudit.FleetSimulator.Protocol;

/// <summary>A request as a server reads it: strictly, so that a client which gets something wrong hears of it.</summary>
internal sealed record SimulatedRequest
{
    private static readonly XNamespace Soap = Wire.Soap;
    private static readonly XNamespace Addressing = Wire.Addressing;
    private static readonly XNamespace Enumeration = Wire.Enumeration;
    private static readonly XNamespace Management = Wire.Management;

    /// <summary>The headers that a server knows; another one with mustUnderstand is refused.</summary>
    private static readonly string[] Known =
    {
        "To",
        "ResourceURI",
        "ReplyTo",
        "Action",
        "MaxEnvelopeSize",
        "MessageID",
        "Locale",
        "DataLocale",
        "SelectorSet",
        "OperationTimeout",
    };

    /// <summary>"Identify", "Enumerate", "Pull", "Release", "Get" or "Invoke".</summary>
    public string Operation { get; init; } = string.Empty;

    public string Action { get; init; } = string.Empty;

    public string MessageId { get; init; } = string.Empty;

    /// <summary>With slashes.</summary>
    public string Namespace { get; init; } = string.Empty;

    public string Class { get; init; } = string.Empty;

    public string ResourceUri { get; init; } = string.Empty;

    public IReadOnlyDictionary<string, string> Selectors { get; init; } = new Dictionary<string, string>();

    public string Wql { get; init; } = string.Empty;

    public int MaxElements { get; init; } = 1;

    public string Context { get; init; } = string.Empty;

    public string Method { get; init; } = string.Empty;

    public IReadOnlyDictionary<string, string?> Arguments { get; init; } = new Dictionary<string, string?>();

    /// <exception cref="FormatException">A server would refuse it; says why.</exception>
    public static SimulatedRequest Read(string envelope)
    {
        var root = XDocument.Parse(envelope).Root!;
        Demand(root.Name == Soap + "Envelope", "no SOAP 1.2 envelope");
        var body = root.Element(Soap + "Body") ?? throw new FormatException("no body");
        if (body.Elements().FirstOrDefault()?.Name.NamespaceName == Wire.Identity)
            return new SimulatedRequest { Operation = "Identify" };

        var header = root.Element(Soap + "Header") ?? throw new FormatException("no header");
        foreach (var element in header.Elements().Where(element => (string?)element.Attribute(Soap + "mustUnderstand") == "true"))
            Demand(Known.Contains(element.Name.LocalName), $"header {element.Name.LocalName} not understood");
        Demand(
            long.Parse(Text(header, Management + "MaxEnvelopeSize"), CultureInfo.InvariantCulture) >= 8192,
            "MaxEnvelopeSize under 8192"
        );
        System.Xml.XmlConvert.ToTimeSpan(Text(header, Management + "OperationTimeout"));
        Demand(Text(header, Addressing + "To").Length > 0, "no To");
        Demand(header.Element(Addressing + "ReplyTo")?.Element(Addressing + "Address")?.Value == Wire.Anonymous, "ReplyTo isn't anonymous");
        var uri = Text(header, Management + "ResourceURI");
        Demand(uri.StartsWith(Wire.Wmi, StringComparison.Ordinal), "the resource isn't WMI's");
        var path = uri[Wire.Wmi.Length..];
        var request = new SimulatedRequest
        {
            Action = Text(header, Addressing + "Action"),
            MessageId = Text(header, Addressing + "MessageID"),
            ResourceUri = uri,
            Namespace = path[..path.LastIndexOf('/')],
            Class = path[(path.LastIndexOf('/') + 1)..],
            Selectors =
                header
                    .Element(Management + "SelectorSet")
                    ?.Elements()
                    .ToDictionary(each => (string)each.Attribute("Name")!, each => each.Value)
                ?? new Dictionary<string, string>(),
        };
        return Body(request, body);
    }

    private static SimulatedRequest Body(SimulatedRequest request, XElement body)
    {
        switch (request.Action)
        {
            case Wire.Enumerate:
                var enumerate = body.Element(Enumeration + "Enumerate") ?? throw new FormatException("no Enumerate");
                var filter = enumerate.Element(Management + "Filter") ?? throw new FormatException("no filter");
                Demand((string?)filter.Attribute("Dialect") == Wire.Wql && request.Class == "*", "no query in WQL");
                Demand(enumerate.Element(Management + "OptimizeEnumeration") is not null, "no OptimizeEnumeration");
                return request with
                {
                    Operation = "Enumerate",
                    Wql = filter.Value,
                    MaxElements = (int?)enumerate.Element(Management + "MaxElements") ?? 1,
                };
            case Wire.Pull:
                var pull = body.Element(Enumeration + "Pull") ?? throw new FormatException("no Pull");
                return request with
                {
                    Operation = "Pull",
                    Context = pull.Element(Enumeration + "EnumerationContext")!.Value,
                    MaxElements = (int?)pull.Element(Enumeration + "MaxElements") ?? 1,
                };
            case Wire.Release:
                return request with
                {
                    Operation = "Release",
                    Context = body.Element(Enumeration + "Release")!.Element(Enumeration + "EnumerationContext")!.Value,
                };
            case Wire.Get:
                return request with { Operation = "Get" };
            default:
                Demand(request.Action.StartsWith(request.ResourceUri + "/", StringComparison.Ordinal), "unknown action");
                var method = request.Action[(request.ResourceUri.Length + 1)..];
                var input =
                    body.Element(XName.Get(method + "_INPUT", request.ResourceUri)) ?? throw new FormatException("no input of the method");
                return request with
                {
                    Operation = "Invoke",
                    Method = method,
                    Arguments = input.Elements().ToDictionary(each => each.Name.LocalName, each => (string?)each.Value),
                };
        }
    }

    private static string Text(XElement header, XName name) =>
        header.Element(name)?.Value ?? throw new FormatException($"no {name.LocalName}");

    private static void Demand(bool holds, string problem)
    {
        if (!holds)
            throw new FormatException(problem);
    }
}
