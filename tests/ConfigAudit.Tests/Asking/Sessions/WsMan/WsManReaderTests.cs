using System;
using System.Linq;
using System.Text;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Asking.Sessions.WsMan;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Sessions.WsMan;

/// <summary>Envelopes to rows: what WinRM and OMI write, and what nobody should.</summary>
public sealed class WsManReaderTests
{
    private const string Start =
        "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope' xmlns:a='http://schemas.xmlsoap.org/ws/2004/08/addressing' xmlns:n='http://schemas.xmlsoap.org/ws/2004/09/enumeration' "
        + "xmlns:w='http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:cim='http://schemas.dmtf.org/wbem/wscim/1/common'>"
        + "<s:Header><a:RelatesTo>uuid:1</a:RelatesTo></s:Header><s:Body>";

    private const string End = "</s:Body></s:Envelope>";

    [Fact]
    public void A_page_holds_rows_a_context_and_no_end()
    {
        var reply = Read(
            "<n:EnumerateResponse><n:EnumerationContext>uuid:7</n:EnumerationContext><w:Items><p:C xmlns:p='x'><p:A>1</p:A></p:C><p:C xmlns:p='x'><p:A>2</p:A></p:C></w:Items></n:EnumerateResponse>"
        );
        Assert.Equal(("uuid:1", "uuid:7", false), (reply.RelatesTo, reply.Context, reply.IsEnd));
        Assert.Equal(new[] { 1L, 2L }, reply.Rows.Select(row => row.Number("A")!.Value));
    }

    [Theory]
    [InlineData("<n:EnumerateResponse><n:EnumerationContext>5</n:EnumerationContext><w:Items/><w:EndOfSequence/></n:EnumerateResponse>")]
    [InlineData("<n:PullResponse><n:Items></n:Items><n:EndOfSequence></n:EndOfSequence></n:PullResponse>")]
    public void The_end_is_said_in_either_namespace_and_a_context_beside_it_means_nothing(string body) => Assert.True(Read(body).IsEnd);

    [Fact]
    public void Values_are_read_as_the_type_that_is_wanted()
    {
        var row = Row(
            "<Flag>true</Flag><Loud>FALSE</Loud><Big>18446744073709551615</Big><Small>-128</Small><Text>  two  spaces </Text><Empty/><None xsi:nil='true'/>"
                + "<At><cim:Datetime>2026-11-20T06:30:15.123456-08:00</cim:Datetime></At><Fragment><Datetime>2026-11-20T06:30:15Z</Datetime></Fragment><Bare>2026-11-20T06:30:15Z</Bare><NoZone>2026-11-20T06:30:15</NoZone><For><cim:Interval>P12DT3H</cim:Interval></For>"
                + "<Many>a</Many><Many/><Many>c &amp; &lt;d&gt;</Many>"
        );
        Assert.Equal((true, false), (row.Flag("Flag"), row.Flag("Loud")));
        Assert.Null(row.Number("Big"));
        Assert.Equal(-128, row.Number("Small"));
        Assert.Equal("  two  spaces ", row.Text("Text"));
        Assert.Equal(string.Empty, row.Text("Empty"));
        Assert.Null(row["None"]);
        Assert.Contains("None", row.Names);
        Assert.Equal(
            new DateTimeOffset(2026, 11, 20, 14, 30, 15, TimeSpan.Zero).AddTicks(1234560),
            row.Instant("At")!.Value.ToUniversalTime()
        );
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 6, 30, 15, TimeSpan.Zero), row.Instant("Bare"));
        Assert.Equal(row.Instant("Bare"), row.Instant("Fragment"));
        Assert.Null(row.Instant("NoZone"));
        Assert.Equal("P12DT3H", row.Text("For"));
        Assert.Equal(new[] { "a", string.Empty, "c & <d>" }, row.Texts("Many"));
        Assert.Equal(new[] { "  two  spaces " }, row.Texts("Text"));
    }

    [Fact]
    public void Instances_may_be_embedded_and_references_that_name_none_are_null()
    {
        var row = Row(
            "<Emb xsi:type='p1:T_Type'><p1:Id xmlns:p1='t'>one</p1:Id></Emb><Arr><x:Id xmlns:x='t'>a</x:Id></Arr><Arr><x:Id xmlns:x='t'>b</x:Id></Arr>"
                + "<Link><a:Address>http://x</a:Address><a:ReferenceParameters><w:ResourceURI>y</w:ResourceURI></a:ReferenceParameters></Link>"
        );
        Assert.Equal("one", Assert.Single(row.Rows("Emb")!).Text("Id"));
        Assert.Equal(new[] { "a", "b" }, row.Rows("Arr")!.Select(each => each.Text("Id")));
        Assert.Null(row["Link"]);
    }

    [Fact]
    public void A_reference_is_read_as_a_path() =>
        Assert.Equal(
            "Win32_Group.Domain=\"PC001\",Name=\"Power 'Users'\"",
            Row(
                    "<Link><a:Address>http://x</a:Address><a:ReferenceParameters><w:ResourceURI>http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_Group</w:ResourceURI>"
                        + "<w:SelectorSet><w:Selector Name='__cimnamespace'>root/cimv2</w:Selector><w:Selector Name='Domain'>PC001</w:Selector><w:Selector Name='Name'>Power 'Users'</w:Selector></w:SelectorSet>"
                        + "</a:ReferenceParameters></Link><After>x</After>"
                )
                .Text("Link")
        );

    [Theory]
    [InlineData("<p:GetStringValue_OUTPUT xmlns:p='x'><p:sValue>v</p:sValue><p:ReturnValue>0</p:ReturnValue></p:GetStringValue_OUTPUT>")]
    [InlineData("<p:GetStringValue xmlns:p='x'><p:ReturnValue>0</p:ReturnValue><p:sValue>v</p:sValue></p:GetStringValue>")]
    public void What_a_method_answers_may_be_called_either_way(string body)
    {
        var row = Assert.Single(Read(body).Rows);
        Assert.Equal((0L, "v"), (row.Number("ReturnValue"), row.Text("sValue")));
    }

    [Theory]
    [InlineData("", "no well-formed XML")]
    [InlineData("<a/>", "no SOAP envelope: it begins with <a>")]
    [InlineData(
        "<!DOCTYPE s [<!ENTITY a 'b'>]><s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body><a>&a;</a></s:Body></s:Envelope>",
        "no well-formed XML"
    )]
    [InlineData(
        "<!DOCTYPE s SYSTEM 'file:///etc/passwd'><s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'/>",
        "no well-formed XML"
    )]
    [InlineData("<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body><n:PullRes", "no well-formed XML")]
    public void What_is_no_answer_is_refused(string text, string message)
    {
        var refused = Assert.Throws<SessionException>(() => WsManReader.Read(new ArraySegment<byte>(Encoding.UTF8.GetBytes(text))));
        Assert.Equal(GapKind.Unusable, refused.Kind);
        Assert.Contains(message, refused.Message);
    }

    [Fact]
    public void Depth_is_bounded()
    {
        var nested = string.Concat(Enumerable.Repeat("<a>", 50)) + string.Concat(Enumerable.Repeat("</a>", 50));
        Assert.Contains("deep", Assert.Throws<SessionException>(() => Read($"<p>{nested}</p>")).Message);
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));
        Assert.Throws<SessionException>(() => Read($"<n:PullResponse><z>{deep}</z><n:EndOfSequence/></n:PullResponse>"));
        Assert.Throws<SessionException>(() => Read($"<s:Fault><s:Detail>{deep}</s:Detail></s:Fault>"));
    }

    [Fact]
    public void An_answer_cut_off_anywhere_is_refused()
    {
        var whole =
            Start
            + "<n:PullResponse><n:EnumerationContext>1</n:EnumerationContext><n:Items><p:C xmlns:p='x'><p:A>1</p:A></p:C></n:Items><n:EndOfSequence/></n:PullResponse>"
            + End;
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Throws<SessionException>(() =>
                WsManReader.Read(new ArraySegment<byte>(Encoding.UTF8.GetBytes(whole.Substring(0, length))))
            );
        }
    }

    [Fact]
    public void Bytes_that_were_changed_by_chance_are_read_or_refused()
    {
        var whole = Encoding.UTF8.GetBytes(
            Start
                + "<n:PullResponse><n:EnumerationContext>1</n:EnumerationContext><n:Items><p:C xmlns:p='x'><p:A>é&amp;</p:A><p:B xsi:nil='true'/></p:C></n:Items><n:EndOfSequence/></n:PullResponse>"
                + End
        );
        var chance = new Random(20261123);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = (byte[])whole.Clone();
            for (var change = chance.Next(1, 4); change > 0; change--)
                bytes[chance.Next(bytes.Length)] = (byte)(chance.Next(3) == 0 ? "<>/&'\"= :"[chance.Next(9)] : chance.Next(256));
            try
            {
                WsManReader.Read(new ArraySegment<byte>(bytes));
            }
            catch (SessionException refused)
            {
                Assert.Equal(GapKind.Unusable, refused.Kind);
            }
        }
    }

    private static CimRow Row(string properties) =>
        Assert.Single(
            Read($"<n:PullResponse><n:Items><w:XmlFragment>{properties}</w:XmlFragment></n:Items><n:EndOfSequence/></n:PullResponse>").Rows
        );

    private static WsManReply Read(string body) => WsManReader.Read(new ArraySegment<byte>(Encoding.UTF8.GetBytes(Start + body + End)));
}
