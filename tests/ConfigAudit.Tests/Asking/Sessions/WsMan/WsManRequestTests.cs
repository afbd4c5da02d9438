using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using ConfigAudit.Asking.Sessions.WsMan;
using Xunit;

namespace ConfigAudit.Tests.Asking.Sessions.WsMan;

/// <summary>What the client writes, held against requests that real servers accepted.</summary>
public sealed class WsManRequestTests
{
    private static readonly Uri To = new("http://localhost:15985/wsman");

    private static readonly Dictionary<string, object?> Arguments = new()
    {
        ["hDefKey"] = 0x80000002,
        ["sSubKeyName"] = @"SOFTWARE\Microsoft\Windows NT\CurrentVersion",
        ["sValueName"] = "ProductName",
    };

    private static WsManHeader Omi(string @class) =>
        new(To, WsManResource.Of(false, "root/cimv2", @class), 153600, TimeSpan.FromSeconds(60));

    [NeedsTheory("shared/wsman")]
    [InlineData("02-identify-auth")]
    [InlineData("32-wql-users-disabled-dmtf-cimschema-star")]
    [InlineData("16-enum-users-opt4-pull1")]
    [InlineData("69-release-2-release")]
    [InlineData("50-invoke-GetStringValue")]
    public void It_has_the_headers_the_namespaces_and_the_action_of_a_recorded_one(string recorded)
    {
        var theirs = XDocument.Load(Path.Combine(Machine.SharedMessages!, "omi", recorded + ".request.xml")).Root!;
        var ours = Envelope(
            recorded switch
            {
                "02-identify-auth" => WsManRequest.Identify(),
                "32-wql-users-disabled-dmtf-cimschema-star" => WsManRequest.Enumerate(
                    Omi("*"),
                    "SELECT * FROM Win32_UserAccount WHERE Disabled = TRUE",
                    100
                ),
                "16-enum-users-opt4-pull1" => WsManRequest.Pull(Omi("Win32_UserAccount"), "1", 4),
                "69-release-2-release" => WsManRequest.Release(Omi("Win32_UserAccount"), "1"),
                _ => WsManRequest.Invoke(Omi("StdRegProv"), "GetStringValue", Arguments),
            }
        );

        // DataLocale is optional and Microsoft's own; everything else is there, in the same namespace, with the same mustUnderstand.
        Assert.Equal(
            Headers(theirs).Where(header => !header.Contains("DataLocale")).OrderBy(each => each),
            Headers(ours).OrderBy(each => each)
        );
        Assert.Equal(Value(theirs, "Action"), Value(ours, "Action"));
        Assert.Equal(Value(theirs, "ResourceURI"), Value(ours, "ResourceURI"));
        Assert.Equal(Value(theirs, "SelectorSet"), Value(ours, "SelectorSet"));
        Assert.Equal(Body(theirs), Body(ours));
    }

    [Fact]
    public void WinRM_is_told_the_namespace_in_the_URI()
    {
        var resource = WsManResource.Of(true, "root/SecurityCenter2", "*");
        Assert.Equal("http://schemas.microsoft.com/wbem/wsman/1/wmi/root/SecurityCenter2/*", resource.Uri);
        Assert.Empty(resource.Selectors);
        var invoke = Envelope(
            WsManRequest.Invoke(
                new WsManHeader(To, WsManResource.Of(true, "root/cimv2", "StdRegProv"), 512000, TimeSpan.FromSeconds(30)),
                "EnumKey",
                Arguments
            )
        );
        // As in [MS-WSMV] 4.1.4.
        Assert.Equal("http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/StdRegProv/EnumKey", Value(invoke, "Action"));
        Assert.Equal("http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/StdRegProv", Value(invoke, "ResourceURI"));
    }

    [Fact]
    public void Arguments_are_written_as_XML_Schema_writes_them()
    {
        var body = Envelope(
                WsManRequest.Invoke(
                    Omi("C"),
                    "M",
                    new Dictionary<string, object?>
                    {
                        ["Flag"] = true,
                        ["Text"] = "a<b> & \"c\"",
                        ["None"] = null,
                        ["Many"] = new[] { "x", "y" },
                        ["Number"] = 4294967295,
                    }
                )
            )
            .Descendants()
            .Where(element => !element.HasElements && element.Parent?.Name.LocalName == "M_INPUT")
            .Select(element => $"{element.Name.LocalName}={element.Value}");
        Assert.Equal(new[] { "Flag=true", "Text=a<b> & \"c\"", "None=", "Many=x", "Many=y", "Number=4294967295" }, body);
    }

    [Fact]
    public void Keys_of_an_instance_are_selectors()
    {
        var get = Envelope(
            WsManRequest.Get(
                new WsManHeader(
                    To,
                    WsManResource.Of(false, "root/cimv2", "C", new Dictionary<string, string> { ["Id"] = "1" }),
                    512000,
                    TimeSpan.FromSeconds(30)
                )
            )
        );
        Assert.Equal("http://schemas.xmlsoap.org/ws/2004/09/transfer/Get", Value(get, "Action"));
        Assert.Equal("root/cimv2" + "1", Value(get, "SelectorSet"));
    }

    private static XElement Envelope(WsManRequest request) => XDocument.Parse(Encoding.UTF8.GetString(request.Envelope)).Root!;

    private static IEnumerable<string> Headers(XElement envelope) =>
        envelope
            .Elements()
            .First()
            .Elements()
            .Select(header => $"{header.Name} {header.Attribute(XName.Get("mustUnderstand", WsManNames.Soap))?.Value}");

    private static string? Value(XElement envelope, string header) =>
        envelope.Elements().First().Elements().FirstOrDefault(each => each.Name.LocalName == header)?.Value;

    /// <summary>The elements of the body, with their values where those don't differ from call to call.</summary>
    private static IEnumerable<string> Body(XElement envelope) =>
        envelope
            .Elements()
            .Last()
            .Descendants()
            .Select(element =>
                element.HasElements || element.Name.LocalName is "EnumerationContext"
                    ? element.Name.ToString()
                    : $"{element.Name}={element.Value}"
            );
}
