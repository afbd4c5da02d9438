using System;
using System.IO;
using ConfigAudit.Base.Files;
using ConfigAudit.Keeping.Handovers;
using Newtonsoft.Json.Linq;
using Xunit;

namespace ConfigAudit.Tests.Keeping.Handovers;

/// <summary>A hand-over is accepted once, none after a newer one, and none that is too old.</summary>
public sealed class ReplayTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 16, 9, 0, 0, TimeSpan.FromHours(9));

    private readonly TemporaryFolder _folder = new();
    private readonly Signer _signer = new(
        SigningCertificates.Signer.Public,
        Array.Empty<System.Security.Cryptography.X509Certificates.X509Certificate2>(),
        At
    );

    public void Dispose() => _folder.Dispose();

    private string Record => _folder["seen/accepted.json"];

    [Fact]
    public void One_that_was_accepted_is_refused_even_after_others()
    {
        var first = new Handover { From = "AUDIT01", CreatedAt = At };
        Accept(first);
        Accept(new Handover { From = "AUDIT01", CreatedAt = At.AddDays(7) });
        Assert.Contains("was accepted already, on 2026-11-16", Refused(first).Message);
        Assert.Equal(2, ((JArray)JObject.Parse(File.ReadAllText(Record))["accepted"]!).Count);
        Assert.Single(Directory.GetFiles(_folder["seen"]));
    }

    [Fact]
    public void An_older_one_that_was_held_back_is_refused()
    {
        Accept(new Handover { From = "AUDIT01", CreatedAt = At });
        Assert.Contains(
            "a newer one of the same computer",
            Refused(new Handover { From = "audit01", CreatedAt = At.AddSeconds(-1) }).Message
        );
    }

    [Fact]
    public void An_older_one_of_another_computer_is_accepted()
    {
        Accept(new Handover { From = "AUDIT01", CreatedAt = At });
        Accept(new Handover { From = "AUDIT02", CreatedAt = At.AddDays(-1) });
        Accept(new Handover { From = "AUDIT01", CreatedAt = At });
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{ \"format\": \"ConfigAudit.Handovers/1\" }")]
    [InlineData("{ \"format\": \"ConfigAudit.Handovers/2\", \"accepted\": [] }")]
    [InlineData("{ \"format\": \"ConfigAudit.Handovers/1\", \"accepted\": [ {} ] }")]
    [InlineData(
        "{ \"format\": \"ConfigAudit.Handovers/1\", \"accepted\": [ { \"id\": \"x\", \"from\": \"y\", \"createdAt\": \"soon\", \"acceptedAt\": \"z\" } ] }"
    )]
    public void A_record_that_can_not_be_read_accepts_nothing_and_is_left_as_it_is(string text)
    {
        Directory.CreateDirectory(_folder["seen"]);
        File.WriteAllText(Record, text);
        Assert.Throws<InputException>(() => Accept(new Handover()));
        Assert.Equal(text, File.ReadAllText(Record));
    }

    [Fact]
    public void A_record_that_another_import_holds_accepts_nothing()
    {
        Directory.CreateDirectory(_folder["seen"]);
        using (new FileStream(Record + ".lock", FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            Assert.Contains("another import", Assert.Throws<InputException>(() => Accept(new Handover())).Message);
        Accept(new Handover());
    }

    [Fact]
    public void One_that_is_too_old_or_of_a_time_to_come_is_refused()
    {
        using var handed = new HandedOver();
        var week = TimeSpan.FromDays(7);
        Assert.Empty(handed.Refusals(maximumAge: week));
        Assert.Empty(handed.Refusals(maximumAge: week, now: DateTimeOffset.Now.AddDays(6)));
        Assert.Equal(new[] { Refusal.TooOld }, handed.Refusals(maximumAge: week, now: DateTimeOffset.Now.AddDays(8)));
        Assert.Empty(handed.Refusals(now: DateTimeOffset.Now.AddDays(8)));
        // Clocks of two networks differ by some minutes.
        Assert.Empty(handed.Refusals(now: DateTimeOffset.Now.AddMinutes(-30)));
        Assert.Equal(new[] { Refusal.NotYet }, handed.Refusals(now: DateTimeOffset.Now.AddHours(-2)));
    }

    private void Accept(Handover handover) => SeenHandovers.Accept(Record, "E:/handover", handover, _signer, At);

    private HandoverException Refused(Handover handover)
    {
        var refused = Assert.Throws<HandoverException>(() => Accept(handover));
        Assert.Equal(Refusal.Replayed, refused.Refusal);
        return refused;
    }
}
