using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Security;
using System.Text;
using System.Xml;

namespace ConfigAudit.Asking.Sessions.WsMan;

/// <summary>
/// One request: its identifier, which the answer must name, and its envelope. Text is put together and not written element by element: a
/// host costs some
/// hundred requests, and most of each is the same.
/// </summary>
internal sealed record WsManRequest(string MessageId, byte[] Envelope)
{
    private const string Start =
        $"<s:Envelope xmlns:s=\"{WsManNames.Soap}\" xmlns:a=\"{WsManNames.Addressing}\" xmlns:w=\"{WsManNames.Management}\">";

    /// <summary>DSP0226 §11: who are you? Carries no addressing, so its answer relates to nothing.</summary>
    public static WsManRequest Identify() =>
        new(
            string.Empty,
            Encoding.UTF8.GetBytes($"{Start}<s:Header/><s:Body><i:Identify xmlns:i=\"{WsManNames.Identity}\"/></s:Body></s:Envelope>")
        );

    /// <summary>DSP0226 §8.2: begins an enumeration by query and asks for the first page at once (wsman:OptimizeEnumeration).</summary>
    public static WsManRequest Enumerate(WsManHeader header, string wql, int pageSize) =>
        Write(
            header,
            WsManNames.Enumerate,
            $"<n:Enumerate xmlns:n=\"{WsManNames.Enumeration}\"><w:OptimizeEnumeration/><w:MaxElements>{Number(pageSize)}</w:MaxElements>"
                + $"<w:Filter Dialect=\"{WsManNames.Wql}\">{Escaped(wql)}</w:Filter></n:Enumerate>"
        );

    /// <summary>DSP0226 §8.4: the next page.</summary>
    public static WsManRequest Pull(WsManHeader header, string context, int pageSize) =>
        Write(
            header,
            WsManNames.Pull,
            $"<n:Pull xmlns:n=\"{WsManNames.Enumeration}\"><n:EnumerationContext>{Escaped(context)}</n:EnumerationContext><n:MaxElements>{Number(pageSize)}</n:MaxElements></n:Pull>"
        );

    /// <summary>DSP0226 §8.5: gives an enumeration up, so that it doesn't count against the quota of whoever asks next.</summary>
    public static WsManRequest Release(WsManHeader header, string context) =>
        Write(
            header,
            WsManNames.Release,
            $"<n:Release xmlns:n=\"{WsManNames.Enumeration}\"><n:EnumerationContext>{Escaped(context)}</n:EnumerationContext></n:Release>"
        );

    /// <summary>DSP0226 §7.3: one instance, by the keys in the header's selectors.</summary>
    public static WsManRequest Get(WsManHeader header) => Write(header, WsManNames.Get, string.Empty);

    /// <summary>DSP0227 §10: a static method.</summary>
    public static WsManRequest Invoke(WsManHeader header, string method, IReadOnlyDictionary<string, object?> arguments)
    {
        var body = new StringBuilder($"<x:{method}_INPUT xmlns:x=\"{Escaped(header.Resource.Uri)}\">");
        foreach (var argument in arguments)
            Append(body, argument.Key, argument.Value);
        return Write(header, $"{header.Resource.Uri}/{method}", body.Append($"</x:{method}_INPUT>").ToString());
    }

    /// <summary>A text as it stands in an element or an attribute.</summary>
    internal static string Escaped(string text) => SecurityElement.Escape(text)!;

    private static WsManRequest Write(WsManHeader header, string action, string body)
    {
        var id = "uuid:" + Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture).ToUpperInvariant();
        return new WsManRequest(
            id,
            Encoding.UTF8.GetBytes(
                $"{Start}<s:Header>{header.Target}{WsManHeader.Action(action, id)}{header.Limits}</s:Header><s:Body>{body}</s:Body></s:Envelope>"
            )
        );
    }

    /// <summary>An array is the element repeated; null is xsi:nil (DSP0227 §8).</summary>
    private static void Append(StringBuilder body, string name, object? value)
    {
        if (value is IEnumerable values and not string)
        {
            foreach (var each in values)
                Append(body, name, each);
        }
        else if (value is null)
        {
            body.Append($"<x:{name} xmlns:xsi=\"{WsManNames.Xsi}\" xsi:nil=\"true\"/>");
        }
        else
        {
            body.Append(
                $"<x:{name}>{Escaped(value is bool flag ? XmlConvert.ToString(flag) : Convert.ToString(value, CultureInfo.InvariantCulture)!)}</x:{name}>"
            );
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
