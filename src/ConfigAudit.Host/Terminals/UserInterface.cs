using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Threading;
using ConfigAudit.Host.Prompting;
using ConfigAudit.Host.Running;

namespace ConfigAudit.Host.Terminals;

/// <summary>What the engine says goes to standard output, errors and progress to standard error; answers come from standard input.</summary>
internal sealed class UserInterface : PSHostUserInterface
{
    private readonly Lock _gate = new();
    private readonly ProgressLine _progress = new();
    private readonly Interruption _interruption;
    private bool _midLine;
    private bool _speaksOfErrors;

    public UserInterface(Interruption interruption)
    {
        _interruption = interruption;
        if (Terminal.WantsNoColor)
            PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
    }

    public override PSHostRawUserInterface RawUI { get; } = new RawUserInterface();

    public override bool SupportsVirtualTerminal => Terminal.OutputShowsColor;

    public override void Write(string value)
    {
        if (_speaksOfErrors)
            SayError(Styled(PSStyle.Instance.Formatting.Error, value));
        else
            Say(Console.Out, value, Terminal.OutputShowsColor);
    }

    public override void WriteLine(string value)
    {
        if (_speaksOfErrors)
            WriteErrorLine(value);
        else
            Write(value + Environment.NewLine);
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Write(Styled(Palette.Foreground(foregroundColor) + Palette.Background(backgroundColor), value));

    public override void WriteErrorLine(string value)
    {
        // The error view ends with an empty line, which pwsh leaves out, too.
        if (!string.IsNullOrEmpty(value))
            SayError(Styled(PSStyle.Instance.Formatting.Error, value) + Environment.NewLine);
    }

    public override void WriteWarningLine(string message) => WriteLine(Styled(PSStyle.Instance.Formatting.Warning, $"WARNING: {message}"));

    public override void WriteVerboseLine(string message) => WriteLine(Styled(PSStyle.Instance.Formatting.Verbose, $"VERBOSE: {message}"));

    public override void WriteDebugLine(string message) => WriteLine(Styled(PSStyle.Instance.Formatting.Debug, $"DEBUG: {message}"));

    /// <summary>Until disposed, what would go to standard output goes to standard error.</summary>
    public IDisposable SpeakingOfErrors() => new ErrorSpeech(this);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        lock (_gate)
        {
            // It would write over what stands on the line.
            if (!_midLine)
                _progress.Show(record);
        }
    }

    public void EndProgress()
    {
        lock (_gate)
            _progress.Clear();
    }

    public override string? ReadLine() => Ask(mask: null);

    public override SecureString ReadLineAsSecureString()
    {
        var secret = new SecureString();
        foreach (var character in Ask(mask: '*') ?? string.Empty)
            secret.AppendChar(character);
        secret.MakeReadOnly();
        return secret;
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        new FieldPrompt(this).Ask(caption, message, descriptions);

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        new ChoicePrompt(this).Ask(caption, message, choices, defaultChoice);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        new CredentialPrompt(this).Ask(caption, message, userName);

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        PromptForCredential(caption, message, userName, targetName);

    private static string Styled(string style, string text) => style + text + PSStyle.Instance.Reset;

    private void SayError(string text) => Say(Console.Error, text, Terminal.ErrorShowsColor);

    private string? Ask(char? mask)
    {
        EndProgress();
        try
        {
            return InputLine.Read(mask);
        }
        catch (OperationCanceledException)
        {
            _interruption.Stop();
            throw new PipelineStoppedException();
        }
    }

    private void Say(TextWriter writer, string text, bool showsColor)
    {
        if (string.IsNullOrEmpty(text))
            return;
        lock (_gate)
        {
            _progress.Clear();
            writer.Write(GetOutputString(text, showsColor));
            _midLine = !text.EndsWith('\n');
        }
    }

    private sealed class ErrorSpeech : IDisposable
    {
        private readonly UserInterface _ui;

        public ErrorSpeech(UserInterface ui) => (_ui = ui)._speaksOfErrors = true;

        public void Dispose() => _ui._speaksOfErrors = false;
    }
}
