using System;
using System.Diagnostics;
using System.Linq;
using ConfigAudit.Asking.Mail.Outbound;
using ConfigAudit.Asking.Mail.Tls;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail.Outbound;

/// <summary>What each kind of server writes of TLS into a Received line, as their documentation and public archives have it; names and
/// addresses are made up.</summary>
public sealed class ReceivedTests
{
    private static readonly SuiteName Names = new(Machine.Catalogs.TlsSuites);

    public static TheoryData<string, string> Lines() =>
        new()
        {
            {
                "from mail.city.example (mail.city.example [192.0.2.25]) (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature RSA-PSS (2048 bits) server-digest SHA256)"
                    + " (No client certificate requested) by mx.pref.example (Postfix) with ESMTPS id 4X for <a@pref.example>; Thu, 26 Nov 2026 09:12:44 +0900 (JST)",
                "mx.pref.example 192.0.2.25 True Tls13 TLS_AES_256_GCM_SHA384"
            },
            {
                "from mail.city.example (mail.city.example [192.0.2.25]) (using TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits)) (Client did not present a certificate) by mx.pref.example (Postfix) with ESMTPS id 4X; Thu, 26 Nov 2026 09:12:44 +0900",
                "mx.pref.example 192.0.2.25 True Tls12 TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"
            },
            {
                "from mail.city.example ([192.0.2.25]:39114 helo=mail.city.example) by mx.other.example with esmtps  (TLS1.3) tls TLS_AES_128_GCM_SHA256 (Exim 4.96) (envelope-from <a@city.example>) id 1rAbCd-0000 for b@other.example; Thu, 26 Nov 2026 00:12:44 +0000",
                "mx.other.example 192.0.2.25 True Tls13 TLS_AES_128_GCM_SHA256"
            },
            {
                "from [192.0.2.25] (helo=mail.city.example) by mx.other.example with esmtps (TLS1.2:ECDHE_SECP256R1__RSA_SHA256__AES_256_GCM:256) (Exim 4.92) id 1r; Thu, 26 Nov 2026 00:12:44 +0000",
                "mx.other.example 192.0.2.25 True Tls12 TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"
            },
            {
                "from mail.city.example ([192.0.2.25]) by mx.other.example with esmtps (TLS1.3:ECDHE_X25519__RSA_PSS_RSAE_SHA256__AES_256_GCM:256) (Exim 4.92) id 1r; Thu, 26 Nov 2026 00:12:44 +0000",
                "mx.other.example 192.0.2.25 True Tls13 TLS_AES_256_GCM_SHA384"
            },
            {
                "from mail.city.example (mail.city.example [192.0.2.25]) by mx.univ.example (8.17.1.5/8.17.1.5) with ESMTPS id 32V (version=TLSv1.2 cipher=ECDHE-RSA-AES256-GCM-SHA384 bits=256 verify=NOT) for <b@univ.example>; Thu, 26 Nov 2026 00:12:44 GMT",
                "mx.univ.example 192.0.2.25 True Tls12 TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"
            },
            {
                "from mail.city.example (192.0.2.25) by TY1.mail.protection.outlook.com (10.118.0.1) with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384_P384) id 15.20.1 via Frontend Transport; Thu, 26 Nov 2026 00:13:01 +0000",
                "TY1.mail.protection.outlook.com 192.0.2.25 True Tls12 TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384"
            },
            {
                "from mail.city.example (mail.city.example. [2001:db8::25]) by mx.google.com with ESMTPS id d9443c01a7336 for <b@gmail.com> (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256); Wed, 25 Nov 2026 16:12:44 -0800 (PST)",
                "mx.google.com 2001:db8::25 True Tls13 TLS_AES_256_GCM_SHA384"
            },
            {
                "from mail.city.example ([192.0.2.25]) by esa2.company.example with ESMTP/TLS/TLS_AES_256_GCM_SHA384; 26 Nov 2026 09:12:44 +0900",
                "esa2.company.example 192.0.2.25 True  TLS_AES_256_GCM_SHA384"
            },
            {
                "from mail.city.example (mail.city.example [192.0.2.25]) by mx.old.example (Postfix) with ESMTP id 4X; Thu, 26 Nov 2026 09:12:44 +0900",
                "mx.old.example 192.0.2.25 False  "
            },
            {
                "from mail.city.example (mail.city.example [IPv6:2001:db8::25]) by mx.old.example (Postfix) with ESMTPS id 4X; Thu, 26 Nov 2026 09:12:44 +0900",
                "mx.old.example 2001:db8::25 True  "
            },
            {
                "from mail.city.example (HELO mail.city.example) (192.0.2.25) by mx.qmail.example with (AES256-SHA encrypted) SMTP; 26 Nov 2026 00:12:44 -0000",
                "mx.qmail.example 192.0.2.25 True  TLS_RSA_WITH_AES_256_CBC_SHA"
            },
            {
                "from mail.city.example (192.0.2.25) by ex.company.example (10.0.0.1) with Microsoft SMTP Server id 15.1.2507.35; Thu, 26 Nov 2026 09:12:44 +0900",
                "ex.company.example 192.0.2.25   "
            },
            {
                "from mail.city.example ([192.0.2.25]) by mx.other.example with ESMTPS (version=TLSv1.2 cipher=X-UNKNOWN bits=1) id 1; Thu, 26 Nov 2026 09:12:44 +0900",
                "mx.other.example 192.0.2.25 True Tls12 "
            },
            {
                "from mail.city.example ([192.0.2.25]) (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)) by mx.other.example with ESMTPS (version=TLSv1 cipher=AES128-SHA bits=128); Thu, 26 Nov 2026 09:12:44 +0900",
                "mx.other.example 192.0.2.25 True  "
            },
            {
                "from mail.city.example (mail.city.example [192.0.2.25]) (using   TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)  key-exchange X25519) (No client certificate requested) by mx.pref.example (Postfix) with ESMTPS id 4X; Thu, 26 Nov 2026 09:12:44 +0900",
                "mx.pref.example 192.0.2.25 True Tls13 TLS_AES_256_GCM_SHA384"
            },
            {
                "from mail.city.example (mail.city.example [192.0.2.25]) by smtp.box.example (RZmta 47.28.1) with ESMTPS id 30791cx61 (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256 bits)) (Client did not present a certificate); Thu, 26 Nov 2026 09:12:44 +0900",
                "smtp.box.example 192.0.2.25 True Tls13 TLS_AES_256_GCM_SHA384"
            },
            {
                "from mail.city.example (mail.city.example [192.0.2.25]) by mx.bsd.example (OpenSMTPD) with ESMTPS id 482bd64b (TLSv1.3:TLS_AES_256_GCM_SHA384:256:NO) for <b@bsd.example>; Thu, 26 Nov 2026 00:12:44 +0000 (UTC)",
                "mx.bsd.example 192.0.2.25 True Tls13 TLS_AES_256_GCM_SHA384"
            },
            {
                "from mail.city.example (mail.city.example [192.0.2.25]) by mx.bsd.example (OpenSMTPD) with ESMTPS id a49b0b2e TLS version=TLSv1.2 cipher=ECDHE-RSA-AES256-GCM-SHA384 bits=256 verify=NO; Thu, 26 Nov 2026 09:12:44 +0900 (JST)",
                "mx.bsd.example 192.0.2.25 True Tls12 TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"
            },
            {
                "from mail.city.example (HELO mail.city.example) (192.0.2.25) by mx.qp.example (qpsmtpd/0.94) with (ECDHE-RSA-AES256-GCM-SHA384 encrypted) SMTP; Thu, 26 Nov 2026 09:12:44 +0900",
                "mx.qp.example 192.0.2.25 True  TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"
            },
            {
                "from unknown (HELO mail.city.example) (192.0.2.25) by server-12.tower.example with ECDHE-RSA-AES256-SHA encrypted SMTP; 26 Nov 2026 00:12:44 -0000",
                "server-12.tower.example 192.0.2.25 True  TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA"
            },
            {
                "from mail.city.example (HELO mail.city.example) (u@[192.0.2.25]) (envelope-sender <a@city.example>) by mx.ldap.example (qmail-ldap-1.03) with AES256-SHA encrypted SMTP for <b@ldap.example>; 26 Nov 2026 00:12:44 -0000",
                "mx.ldap.example 192.0.2.25 True  TLS_RSA_WITH_AES_256_CBC_SHA"
            },
            {
                "from mail.city.example ([192.0.2.25]:41103) by mx.other.example with esmtps (TLSv1.2:ECDHE-RSA-AES128-GCM-SHA256:128) (Exim 4.92) (envelope-from <a@city.example>) id 1j4y for b@other.example; Thu, 26 Nov 2026 00:12:44 +0000",
                "mx.other.example 192.0.2.25 True Tls12 TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"
            },
            {
                "from mail.city.example ([192.0.2.25]) by mx.other.example with esmtps (TLS1.2:ECDHE_RSA_AES_256_GCM_SHA384:256) (Exim 4.90_1) id 1m; Thu, 26 Nov 2026 00:12:44 +0000",
                "mx.other.example 192.0.2.25 True Tls12 TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"
            },
            {
                "from mail.city.example ([192.0.2.25]) by mx.other.example with esmtps (TLS1.0:RSA_AES_128_CBC_SHA1:16) (Exim 4.71) id 1m; Thu, 26 Nov 2026 00:12:44 +0000",
                "mx.other.example 192.0.2.25 True Tls10 TLS_RSA_WITH_AES_128_CBC_SHA"
            },
            {
                "from [192.0.2.25] (helo=mail.city.example) by mx.other.example with esmtps (TLS1.0:DHE_RSA_2038__AES_256_CBC__SHA1:256) (Exim 4.94.2) id 1m; Thu, 26 Nov 2026 00:12:44 +0000",
                "mx.other.example 192.0.2.25 True Tls10 "
            },
            {
                "from [192.0.2.25] (helo=mail.city.example) by mx.other.example with esmtps (Cipher TLS1.3:ECDHE_X25519__RSA_PSS_RSAE_SHA256__AES_128_GCM:128) (Exim) id 1u; Thu, 26 Nov 2026 00:12:44 +0000",
                "mx.other.example 192.0.2.25 True Tls13 TLS_AES_128_GCM_SHA256"
            },
            {
                "from mail.city.example (192.0.2.25) by mx.md.example (192.0.2.200) (Cipher TLSv1.2:ECDHE-RSA-AES256-GCM-SHA384:256) (MDaemon PRO v19.5.4) with ESMTP id md5.msg for <b@md.example>; Thu, 26 Nov 2026 09:12:44 +0900",
                "mx.md.example 192.0.2.25 True Tls12 TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"
            },
            {
                "from mail.city.example (mail.city.example [192.0.2.25]) by relay.cloud.example with ESMTP with STARTTLS (version=TLSv1.3, cipher=TLS_AES_256_GCM_SHA384) id us-mta-400; Thu, 26 Nov 2026 09:12:44 +0900",
                "relay.cloud.example 192.0.2.25 True Tls13 TLS_AES_256_GCM_SHA384"
            },
            {
                "from mail.city.example (192.0.2.25) by ex.company.example (10.0.0.1) with Microsoft SMTP Server (TLS) id 15.0.1497.2; Thu, 26 Nov 2026 09:12:44 +0900",
                "ex.company.example 192.0.2.25 True  "
            },
            {
                "from mail.city.example ([192.0.2.25]) by mx.cgp.example (CommuniGate Pro SMTP 7.1.1) with ESMTPS id 11829227; Thu, 26 Nov 2026 09:12:44 +0900",
                "mx.cgp.example 192.0.2.25 True  "
            },
            {
                "from mail.city.example ([192.0.2.25]) by mx.me.example with MailEnable ESMTP; Thu, 26 Nov 2026 09:12:44 +0900",
                "mx.me.example 192.0.2.25   "
            },
            {
                "from mail.city.example ([192.0.2.25]) by mx.notes.example (HCL Domino Release 14.0FP4) with ESMTP id 2026112609124437-13014 ; Thu, 26 Nov 2026 09:12:44 +0900 ",
                "mx.notes.example 192.0.2.25   "
            },
            {
                "from mail.city.example ([192.0.2.25]) by mx.notes.example (Lotus Domino Release 8.5.3FP6) with ESMTP id 2026112609124437-7 ; Thu, 26 Nov 2026 09:12:44 +0900 ",
                "mx.notes.example 192.0.2.25   "
            },
            {
                "from mail.city.example ([192.0.2.25]) by mx.notes.example with ESMTP id 2026112609124437-13014 ; Thu, 26 Nov 2026 09:12:44 +0900 ",
                "mx.notes.example 192.0.2.25   "
            },
            {
                "from mail.city.example ([192.0.2.25]) by mx.notes.example (HCL Domino Release 14.5) with ESMTPS id 2026112609124437-13014 ; Thu, 26 Nov 2026 09:12:44 +0900 ",
                "mx.notes.example 192.0.2.25 True  "
            },
            {
                "from mail.city.example (mail.city.example [192.0.2.25]) by mx.halon.example (Halon) with ESMTPS id 308f6e8f-569f-11ec; Thu, 26 Nov 2026 09:12:44 +0900 (JST)",
                "mx.halon.example 192.0.2.25 True  "
            },
            {
                "from mail.city.example (192.0.2.25) by mx.pmta.example (PowerMTA(TM) v4.0r1) id hnhq52 for <b@pmta.example>; Thu, 26 Nov 2026 09:12:44 +0900 (envelope-from <a@city.example>)",
                "mx.pmta.example 192.0.2.25   "
            },
            {
                "from mail.city.example (mail.city.example [192.0.2.25]) by mbox.isp.example (4U-MR/mbox01) id j6QEJWGm003046 (version=TLSv1/SSLv3 cipher=DHE-RSA-AES256-SHA bits=256 verify=NOT); Thu, 26 Nov 2026 09:12:44 +0900",
                "mbox.isp.example 192.0.2.25 True  TLS_DHE_RSA_WITH_AES_256_CBC_SHA"
            },
            {
                "from mail.city.example (mail.city.example [192.0.2.25]) by mx.none.example with ESMTP id 1 (version=NONE cipher=NONE bits=0); Thu, 26 Nov 2026 09:12:44 +0900",
                "mx.none.example 192.0.2.25 False  "
            },
            {
                "from mail.city.example (mail.city.example [192.0.2.25]) by mx.none.example with ESMTPS id 1 (version=NONE cipher=NONE bits=0); Thu, 26 Nov 2026 09:12:44 +0900",
                "mx.none.example 192.0.2.25   "
            },
            {
                "from mail.city.example (mail.city.example [192.0.2.25]) by mx.odd.example with ESMTPS id 1 (version=TLSv1.3 cipher=ECDHE-RSA-AES256-GCM-SHA384); Thu, 26 Nov 2026 09:12:44 +0900",
                "mx.odd.example 192.0.2.25 True  "
            },
        };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_tells_who_took_it_and_how(string line, string told)
    {
        var header = ReceivedHeader.Read(line)!;
        var (isEncrypted, version, suite) = new ReceivedTls(Names).Read(header);
        Assert.Equal(told, $"{header.By} {header.From.Address} {isEncrypted} {version} {suite?.Name}");
        Assert.Equal(new DateTime(2026, 11, 26), header.At!.Value.ToUniversalTime().Date);
    }

    /// <summary>What the client says (HELO, sender, recipient) a server may write down as it came.</summary>
    [Theory]
    [InlineData(
        "from mail.city.example (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)) (evil.example [203.0.113.66]) by mx.other.example with ESMTP id 1; {0}"
    )]
    [InlineData(
        "from mail.city.example (mail.city.example [192.0.2.25]) (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)) (evil.example [203.0.113.66]) by mx.other.example with ESMTP id 1; {0}"
    )]
    [InlineData(
        "from mail.city.example (version=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384) ([203.0.113.66]) by mx.other.example with ESMTP id 1; {0}"
    )]
    [InlineData("from mail.city.example (TLSv1.3) ([203.0.113.66]) by mx.other.example with SMTP id 1; {0}")]
    [InlineData(
        "from mail.city.example (evil.example [203.0.113.66]) (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)) by mx.other.example with ESMTP id 1; {0}"
    )]
    [InlineData(
        "from mail.city.example ([203.0.113.66]) by mx.other.example with esmtp (Exim 4.96) (envelope-from <\"a) tls TLS_AES_256_GCM_SHA384 (\"@evil.example>) id 1; {0}"
    )]
    [InlineData(
        "from mail.city.example ([203.0.113.66]) by mx.other.example with esmtp (Exim 4.96) (envelope-from <a@evil.example>) (TLS1.3:TLS_AES_256_GCM_SHA384:256) id 1; {0}"
    )]
    [InlineData(
        "from mail.city.example ([203.0.113.66]) by mx.other.example with ESMTP id 1 for <\"a> (version=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384) <b\"@other.example>; {0}"
    )]
    [InlineData(
        "from mail.city.example ([203.0.113.66]) by mx.other.example with ESMTP id 1 for a with ESMTPS (version=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384); {0}"
    )]
    [InlineData(
        "from mail.city.example ([203.0.113.66]) by mx.other.example with ESMTP id 1; {0} (version=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384)"
    )]
    [InlineData("from mail.city.example ([203.0.113.66]) by mx.other.example with SMTP id 1 with ESMTPS; {0}")]
    public void Words_of_the_client_are_no_word_of_TLS(string form)
    {
        var header = ReceivedHeader.Read(form.Replace("{0}", "Thu, 26 Nov 2026 09:12:44 +0900"))!;
        var (isEncrypted, version, suite) = new ReceivedTls(Names).Read(header);
        Assert.NotEqual(true, isEncrypted);
        Assert.Equal((null, null), (version, suite));
    }

    [Theory]
    [InlineData("from mail.city.example with ESMTPS ([203.0.113.66]) by mx.other.example with SMTP id 1; {0}")]
    [InlineData("from mail.city.example by mx.google.com with ESMTPS ([203.0.113.66]) by mx.other.example with SMTP id 1; {0}")]
    [InlineData("from mail.city.example by mx.google.com with ESMTPS id 1; {0} ([203.0.113.66]) by mx.other.example with SMTP id 1; {0}")]
    [InlineData(
        "from mail.city.example (mail.city.example [192.0.2.25]) by mx.google.com with ESMTPS id 1; {0} ([203.0.113.66]) by mx.other.example with SMTP id 1; {0}"
    )]
    [InlineData("from mail.city.example <a ([203.0.113.66]) by mx.other.example with ESMTPS id 1; {0}")]
    public void A_line_whose_order_no_server_writes_is_none(string form) =>
        Assert.Null(ReceivedHeader.Read(form.Replace("{0}", "Thu, 26 Nov 2026 09:12:44 +0900")));

    /// <summary>Who said the name, and who found it, by the form that each server has.</summary>
    [Theory]
    [InlineData("from said.example (found.example [192.0.2.25]) by mx.a.example", "said.example found.example 192.0.2.25 True")]
    [InlineData("from said.example (found.example. [192.0.2.25]) by mx.google.com", "said.example found.example. 192.0.2.25 True")]
    [InlineData("from said.example (u@found.example [192.0.2.25]) by mx.a.example", "said.example found.example 192.0.2.25 True")]
    [InlineData(
        "from said.example (found.example [192.0.2.25] (may be forged)) by mx.a.example",
        "said.example found.example 192.0.2.25 False"
    )]
    [InlineData("from said.example (unknown [192.0.2.25]) by mx.a.example", "said.example  192.0.2.25 True")]
    [InlineData("from found.example ([192.0.2.25]:39114 helo=said.example) by mx.a.example", "said.example found.example 192.0.2.25 True")]
    [InlineData("from [192.0.2.25] (helo=said.example) by mx.a.example with esmtp (Exim 4.9)", "said.example  192.0.2.25 False")]
    [InlineData("from found.example ([192.0.2.25]) by mx.a.example with esmtp (Exim 4.9)", "found.example found.example 192.0.2.25 True")]
    [InlineData("from said.example ([192.0.2.25]) by mx.a.example with ESMTP", "said.example  192.0.2.25 False")]
    [InlineData("from said.example (192.0.2.25) by mx.a.example with Microsoft SMTP Server", "said.example  192.0.2.25 False")]
    [InlineData("from found.example (HELO said.example) (192.0.2.25) by mx.a.example", "said.example found.example 192.0.2.25 False")]
    [InlineData("from unknown (HELO said.example) (u@[192.0.2.25]) by mx.a.example", "said.example  192.0.2.25 False")]
    [InlineData("from 192.0.2.25 (EHLO said.example) by mx.a.example", "said.example  192.0.2.25 False")]
    [InlineData("from said.example (own.example [192.0.2.25]) (evil.example [203.0.113.66]) by mx.a.example", "said.example   False")]
    [InlineData("from said.example (note) (own.example [192.0.2.25]) by mx.a.example", "said.example   False")]
    [InlineData("from said.example more (own.example [192.0.2.25]) by mx.a.example", "said.example   False")]
    [InlineData("by mx.a.example with ESMTP", "   False")]
    public void Who_connected_is_told_apart_from_what_it_said(string line, string told)
    {
        var from = ReceivedHeader.Read(line)!.From;
        Assert.Equal(told, $"{from.Said} {from.Found} {from.Address} {from.IsConfirmed}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("; Thu, 26 Nov 2026 09:12:44 +0900")]
    [InlineData("from mail.city.example")]
    [InlineData("from a (never closed by mx.other.example with ESMTPS; Thu, 26 Nov 2026 09:12:44 +0900")]
    [InlineData("from a by mx.one.example by mx.two.example with ESMTPS; Thu, 26 Nov 2026 09:12:44 +0900")]
    [InlineData("from a \"by mx.one.example with ESMTPS; Thu, 26 Nov 2026 09:12:44 +0900")]
    public void What_is_no_such_line_is_none(string line) => Assert.Null(ReceivedHeader.Read(line));

    [Fact]
    public void One_that_is_far_too_long_or_too_deep_costs_nothing()
    {
        var watch = Stopwatch.StartNew();
        Assert.Null(ReceivedHeader.Read(new string('(', 8000)));
        Assert.Null(ReceivedHeader.Read("from a by b with ESMTPS " + new string('x', 1_000_000)));
        Assert.NotNull(
            ReceivedHeader.Read(
                "from a by b.example with ESMTPS "
                    + string.Concat(Enumerable.Repeat("(using ", 900))
                    + new string(')', 900)
                    + "; Thu, 26 Nov 2026 09:12:44 +0900"
            )
        );
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
    }

    /// <summary>Every name that openssl has for a suite with a certificate or without one means the suite that openssl says. Skipped where
    /// openssl isn't installed.</summary>
    [Fact]
    public void OpenSSL_s_names_mean_what_OpenSSL_says()
    {
        if (!OpenSslServer.IsInstalled)
            return;
        using var process = Process.Start(
            new ProcessStartInfo("openssl", "ciphers -stdname ALL:COMPLEMENTOFALL:@SECLEVEL=0")
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var lines = process
            .StandardOutput.ReadToEnd()
            .Split('\n')
            .Select(line => line.Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries))
            .Where(parts => parts.Length > 2)
            .ToArray();
        var certified = lines
            .Where(parts => !parts[2].Contains("PSK", StringComparison.Ordinal) && !parts[2].Contains("SRP", StringComparison.Ordinal))
            .ToArray();
        Assert.InRange(certified.Length, 60, 200);
        Assert.All(certified, parts => Assert.Equal((parts[2], parts[0]), (parts[2], Names.Read(parts[2])?.Name)));
    }

    [Theory]
    [InlineData("TLSv1", TlsVersion.Tls10)]
    [InlineData("TLSv1.1", TlsVersion.Tls11)]
    [InlineData("TLS1_1", TlsVersion.Tls11)]
    [InlineData("SSLv3", TlsVersion.Ssl3)]
    [InlineData("TLSv9", null)]
    public void Versions_are_read_however_they_are_written(string written, TlsVersion? version)
    {
        var header = ReceivedHeader.Read(
            $"from a by mx.other.example with ESMTPS id 1 (version={written} cipher=AES128-SHA bits=128 verify=NO); Thu, 26 Nov 2026 09:12:44 +0900"
        )!;
        Assert.Equal((true, version), (new ReceivedTls(Names).Read(header).IsEncrypted, new ReceivedTls(Names).Read(header).Version));
    }
}
