<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AccountActions</name>
    <message>
        <source>Accounts…</source>
        <translation>Accounts…</translation>
    </message>
    <message>
        <source>Connect Fly.io…</source>
        <translation>Connect Fly.io…</translation>
    </message>
    <message>
        <source>Link folder…</source>
        <translation>Link folder…</translation>
    </message>
    <message>
        <source>Open your own accounts</source>
        <translation>Open your own accounts</translation>
    </message>
    <message>
        <source>Try it in the sandbox</source>
        <translation>Try it in the sandbox</translation>
    </message>
    <message>
        <source>Network…</source>
        <translation>Network…</translation>
    </message>
</context>
<context>
    <name>AccountsDialog</name>
    <message>
        <source>Accounts</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>Accounts and what their tokens may do</source>
        <translation>Accounts and what their tokens may do</translation>
    </message>
    <message>
        <source>&amp;Read only: refuse every write with this account before it leaves</source>
        <translation>&amp;Read only: refuse every write with this account before it leaves</translation>
    </message>
    <message>
        <source>&amp;Connect another…</source>
        <translation>&amp;Connect another…</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>Re&amp;name…</translation>
    </message>
    <message>
        <source>&amp;Check again</source>
        <translation>&amp;Check again</translation>
    </message>
    <message>
        <source>Find out anew what its token may do</source>
        <translation>Find out anew what its token may do</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>Re&amp;move…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>The encrypted file with tokens is locked. Its &amp;password:</source>
        <translation>The encrypted file with tokens is locked. Its &amp;password:</translation>
    </message>
    <message>
        <source>Password of the encrypted file</source>
        <translation>Password of the encrypted file</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>No account is connected.</source>
        <translation>No account is connected.</translation>
    </message>
    <message>
        <source>“Connect another…” connects the first.</source>
        <translation>“Connect another…” connects the first.</translation>
    </message>
    <message>
        <source>Rename the account</source>
        <translation>Rename the account</translation>
    </message>
    <message>
        <source>Name of the account here:</source>
        <translation>Name of the account here:</translation>
    </message>
    <message>
        <source>%1 was looked at again.</source>
        <translation>%1 was looked at again.</translation>
    </message>
    <message>
        <source>A deployment is running. Accounts can be removed when it has ended.</source>
        <translation>A deployment is running. Accounts can be removed when it has ended.</translation>
    </message>
    <message>
        <source>Remove the account</source>
        <translation>Remove the account</translation>
    </message>
    <message>
        <source>Remove the account %1?</source>
        <translation>Remove the account %1?</translation>
    </message>
    <message>
        <source>Its token is forgotten here. Fly.io still accepts it until it is revoked there. Apps and past deployments stay as they are.</source>
        <translation>Its token is forgotten here. Fly.io still accepts it until it is revoked there. Apps and past deployments stay as they are.</translation>
    </message>
    <message>
        <source>Its token stays where it is. Apps and past deployments stay as they are.</source>
        <translation>Its token stays where it is. Apps and past deployments stay as they are.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Remove it</translation>
    </message>
</context>
<context>
    <name>AccountsModel</name>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>May</source>
        <translation>May</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>Good until</translation>
    </message>
    <message>
        <source>reads only (your switch)</source>
        <translation>reads only (your switch)</translation>
    </message>
    <message>
        <source>Opens</source>
        <extracomment>column of a list: organisations or apps that a token gives access to</extracomment>
        <translation>Opens</translation>
    </message>
</context>
<context>
    <name>ActionRegistry</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>tooltip: what a button does, and its keyboard shortcut</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ActivityModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2 · image %3</source>
        <translation>%1 %2 · image %3</translation>
    </message>
    <message>
        <source>%1 · %2 · waiting: %3</source>
        <translation>%1 · %2 · waiting: %3</translation>
    </message>
    <message>
        <source>%1 · %2 started</source>
        <translation>%1 · %2 started</translation>
    </message>
    <message>
        <source>%1 · %2 failed</source>
        <translation>%1 · %2 failed</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1 · machine %2 updated</source>
        <translation>%1 · machine %2 updated</translation>
    </message>
    <message>
        <source>%1 · cancel requested by %2</source>
        <translation>%1 · cancel requested by %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · machine %2 · waiting: %3</source>
        <translation>%1 · machine %2 · waiting: %3</translation>
    </message>
    <message>
        <source>%1 %2 · version %3</source>
        <translation>%1 %2 · version %3</translation>
    </message>
</context>
<context>
    <name>ActivityStrip</name>
    <message>
        <source>Activity</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>Hide earlier activity</source>
        <translation>Hide earlier activity</translation>
    </message>
    <message>
        <source>Show earlier activity</source>
        <translation>Show earlier activity</translation>
    </message>
    <message>
        <source>Nothing has happened since the window was opened.</source>
        <translation>Nothing has happened since the window was opened.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Close this message</translation>
    </message>
</context>
<context>
    <name>BudgetMeter</name>
    <message>
        <source>API budget</source>
        <translation>API budget</translation>
    </message>
    <message>
        <source>%1 % of the tightest API limit is left.</source>
        <translation>%1 % of the tightest API limit is left.</translation>
    </message>
    <message>
        <source>%1 % of the tightest API limit is left (%2).</source>
        <translation>%1 % of the tightest API limit is left (%2).</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) wait for it.</source>
        <translation>
            <numerusform>%Ln call waits for it.</numerusform>
            <numerusform>%Ln calls wait for it.</numerusform>
        </translation>
    </message>
    <message>
        <source>No call waits for it.</source>
        <translation>No call waits for it.</translation>
    </message>
</context>
<context>
    <name>CapsuleDialog</name>
    <message>
        <source>The beginning of the file, %1 in all</source>
        <translation>The beginning of the file, %1 in all</translation>
    </message>
    <message>
        <source>The whole file, %1</source>
        <translation>The whole file, %1</translation>
    </message>
    <message>
        <source>Export the record of deployment #%1 of %2</source>
        <translation>Export the record of deployment #%1 of %2</translation>
    </message>
    <message numerus="yes">
        <source>Include the log (%Ln line(s))</source>
        <translation>
            <numerusform>Include the log (%Ln line)</numerusform>
            <numerusform>Include the log (%Ln lines)</numerusform>
        </translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>Content of the file</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Save…</translation>
    </message>
    <message numerus="yes">
        <source>Inside: the plan, %Ln event(s), verdict and diagnosis with the lines that prove it, names of machines and of who held their leases, and the log.</source>
        <translation>
            <numerusform>Inside: the plan, %Ln event, verdict and diagnosis with the lines that prove it, names of machines and of who held their leases, and the log.</numerusform>
            <numerusform>Inside: the plan, %Ln events, verdict and diagnosis with the lines that prove it, names of machines and of who held their leases, and the log.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Inside: the plan, %Ln event(s), verdict and diagnosis with the lines that prove it, names of machines and of who held their leases.</source>
        <translation>
            <numerusform>Inside: the plan, %Ln event, verdict and diagnosis with the lines that prove it, names of machines and of who held their leases.</numerusform>
            <numerusform>Inside: the plan, %Ln events, verdict and diagnosis with the lines that prove it, names of machines and of who held their leases.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: what leases are held with, the name of this computer, and environment values, which are recorded nowhere. What is known as a secret or looks like one reads [redacted].</source>
        <translation>Left out: what leases are held with, the name of this computer, and environment values, which are recorded nowhere. What is known as a secret or looks like one reads [redacted].</translation>
    </message>
</context>
<context>
    <name>CapsuleWindow</name>
    <message>
        <source>Deployment #%1 of %2</source>
        <translation>Deployment #%1 of %2</translation>
    </message>
    <message>
        <source>Capsule: deployment #%1 of %2</source>
        <translation>Capsule: deployment #%1 of %2</translation>
    </message>
    <message>
        <source>Read-only capsule, made by %1 on %2: nothing can be done from here.</source>
        <translation>Read-only capsule, made by %1 on %2: nothing can be done from here.</translation>
    </message>
    <message>
        <source>The deployment had not ended then.</source>
        <translation>The deployment had not ended then.</translation>
    </message>
    <message>
        <source>It was made without the log.</source>
        <translation>It was made without the log.</translation>
    </message>
</context>
<context>
    <name>CommandsModel</name>
    <message>
        <source>%1, shortcut %2</source>
        <translation>%1, shortcut %2</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare deployments of %1</source>
        <translation>Compare deployments of %1</translation>
    </message>
    <message>
        <source>First</source>
        <translation>First</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Second</translation>
    </message>
    <message>
        <source>First deployment</source>
        <translation>First deployment</translation>
    </message>
    <message>
        <source>Second deployment</source>
        <translation>Second deployment</translation>
    </message>
    <message>
        <source>Phases of both deployments</source>
        <translation>Phases of both deployments</translation>
    </message>
    <message>
        <source>Reading both deployments…</source>
        <translation>Reading both deployments…</translation>
    </message>
    <message>
        <source>%1 against %2: %3. The bars are work, and dotted what was spent waiting; %1 is the lower one.</source>
        <translation>%1 against %2: %3. The bars are work, and dotted what was spent waiting; %1 is the lower one.</translation>
    </message>
    <message>
        <source>#%1 · %2 · %3 · %4</source>
        <comment>number, kind, outcome, when</comment>
        <translation>#%1 · %2 · %3 · %4</translation>
    </message>
    <message>
        <source>#%1</source>
        <comment>a deployment&apos;s number</comment>
        <translation>#%1</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>What differs</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Side by side</translation>
    </message>
    <message>
        <source>Whole deployment</source>
        <translation>Whole deployment</translation>
    </message>
    <message>
        <source>machine %1</source>
        <translation>machine %1</translation>
    </message>
    <message>
        <source>not part of it</source>
        <translation>not part of it</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>skipped</translation>
    </message>
    <message>
        <source>%1 (waited %2)</source>
        <comment>durations</comment>
        <translation>%1 (waited %2)</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>the same</translation>
    </message>
    <message>
        <source>%1 longer</source>
        <translation>%1 longer</translation>
    </message>
    <message>
        <source>%1 shorter</source>
        <translation>%1 shorter</translation>
    </message>
    <message>
        <source>only in the first</source>
        <translation>only in the first</translation>
    </message>
    <message>
        <source>only in the second</source>
        <translation>only in the second</translation>
    </message>
    <message>
        <source>skipped in the first: %1</source>
        <translation>skipped in the first: %1</translation>
    </message>
    <message>
        <source>skipped in the second: %1</source>
        <translation>skipped in the second: %1</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <comment>outcomes of the first and of the second deployment</comment>
        <translation>%1, then %2</translation>
    </message>
    <message>
        <source>%1: %2 took %3, %4 took %5</source>
        <translation>%1: %2 took %3, %4 took %5</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Connect Fly.io</source>
        <translation>Connect Fly.io</translation>
    </message>
    <message>
        <source>Where is the token?</source>
        <translation>Where is the token?</translation>
    </message>
    <message>
        <source>Looking at the token</source>
        <translation>Looking at the token</translation>
    </message>
    <message>
        <source>What this token may do</source>
        <translation>What this token may do</translation>
    </message>
    <message>
        <source>Open the page again</source>
        <translation>Open the page again</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Asking Fly.io what the token may do. Nothing is kept yet.</source>
        <translation>Asking Fly.io what the token may do. Nothing is kept yet.</translation>
    </message>
    <message>
        <source>A page of Fly.io has been opened in the browser. Allow it there; this goes on by itself. If no page came up, open this address:</source>
        <translation>A page of Fly.io has been opened in the browser. Allow it there; this goes on by itself. If no page came up, open this address:</translation>
    </message>
</context>
<context>
    <name>CopyMenu</name>
    <message>
        <source>Copy as flyctl</source>
        <translation>Copy as flyctl</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Copy as curl</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Copied: %1</translation>
    </message>
</context>
<context>
    <name>Ctl</name>
    <message>
        <source>Only one of %1 can be planned.</source>
        <translation>Only one of %1 can be planned.</translation>
    </message>
    <message>
        <source>The image to deploy is missing: %1.</source>
        <translation>The image to deploy is missing: %1.</translation>
    </message>
    <message>
        <source>%1 (process %2) was asked to stop deployment %3 of %4.</source>
        <translation>%1 (process %2) was asked to stop deployment %3 of %4.</translation>
    </message>
    <message>
        <source>The image to run, as the registry knows it.</source>
        <translation>The image to run, as the registry knows it.</translation>
    </message>
    <message>
        <source>The fly.toml to deploy with.</source>
        <translation>The fly.toml to deploy with.</translation>
    </message>
    <message>
        <source>The typed name that a production app wants.</source>
        <translation>The typed name that a production app wants.</translation>
    </message>
    <message>
        <source>Go on telling until it has ended.</source>
        <translation>Go on telling until it has ended.</translation>
    </message>
    <message>
        <source>Shows what would be done; writes nothing.</source>
        <translation>Shows what would be done; writes nothing.</translation>
    </message>
    <message>
        <source>Plan a retry of the last deployment.</source>
        <translation>Plan a retry of the last deployment.</translation>
    </message>
    <message>
        <source>Plan to go on with an interrupted one.</source>
        <translation>Plan to go on with an interrupted one.</translation>
    </message>
    <message>
        <source>Plan the return to the release before.</source>
        <translation>Plan the return to the release before.</translation>
    </message>
    <message>
        <source>Tries the last deployment again; what is done stays done.</source>
        <translation>Tries the last deployment again; what is done stays done.</translation>
    </message>
    <message>
        <source>Goes on with an interrupted deployment.</source>
        <translation>Goes on with an interrupted deployment.</translation>
    </message>
    <message>
        <source>Asks whoever runs a deployment to stop it.</source>
        <translation>Asks whoever runs a deployment to stop it.</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Machines</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Lists the apps.</source>
        <translation>Lists the apps.</translation>
    </message>
    <message>
        <source>Of this organisation only.</source>
        <translation>Of this organisation only.</translation>
    </message>
    <message>
        <source>Lists the machines of an app.</source>
        <translation>Lists the machines of an app.</translation>
    </message>
    <message>
        <source>Work on the embedded sandbox instead of your account.</source>
        <translation>Work on the embedded sandbox instead of your account.</translation>
    </message>
    <message>
        <source>Answer in JSON, one object per line.</source>
        <translation>Answer in JSON, one object per line.</translation>
    </message>
    <message>
        <source>Read the token from this file.</source>
        <translation>Read the token from this file.</translation>
    </message>
    <message>
        <source>Read the token from standard input.</source>
        <translation>Read the token from standard input.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Show this help.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Show the version.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>done</translation>
    </message>
    <message>
        <source>the deployment failed</source>
        <translation>the deployment failed</translation>
    </message>
    <message>
        <source>wrong usage or bad input</source>
        <translation>wrong usage or bad input</translation>
    </message>
    <message>
        <source>token missing, expired or of the wrong kind</source>
        <translation>token missing, expired or of the wrong kind</translation>
    </message>
    <message>
        <source>no such app, machine or deployment</source>
        <translation>no such app, machine or deployment</translation>
    </message>
    <message>
        <source>conflict: owned by another process, leased, or changed since the plan</source>
        <translation>conflict: owned by another process, leased, or changed since the plan</translation>
    </message>
    <message>
        <source>offline, or the platform is not available</source>
        <translation>offline, or the platform is not available</translation>
    </message>
    <message>
        <source>the store is damaged, newer, read-only, locked or full</source>
        <translation>the store is damaged, newer, read-only, locked or full</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>reality is not what was reported, or could not be looked at</source>
        <translation>reality is not what was reported, or could not be looked at</translation>
    </message>
    <message>
        <source>a mistake of this program</source>
        <translation>a mistake of this program</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Usage: %1</translation>
    </message>
    <message>
        <source>Deployments to Fly.io, without a window.</source>
        <translation>Deployments to Fly.io, without a window.</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Commands:</translation>
    </message>
    <message>
        <source>“%1” shows the options of one.</source>
        <translation>“%1” shows the options of one.</translation>
    </message>
    <message>
        <source>The token is read from the variable %1, from a file or from standard input; never from an argument.</source>
        <translation>The token is read from the variable %1, from a file or from standard input; never from an argument.</translation>
    </message>
    <message>
        <source>Exit codes:</source>
        <translation>Exit codes:</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>There is no command “%1”.</translation>
    </message>
    <message>
        <source>A command is missing.</source>
        <translation>A command is missing.</translation>
    </message>
    <message>
        <source>It is used like this: %1</source>
        <translation>It is used like this: %1</translation>
    </message>
    <message>
        <source>Request ID: %1</source>
        <translation>Request ID: %1</translation>
    </message>
    <message>
        <source>“%1” shows how it is used.</source>
        <translation>“%1” shows how it is used.</translation>
    </message>
    <message>
        <source>running in %1, process %2</source>
        <translation>running in %1, process %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>outcome, the step it failed in</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing was deployed to %1 from here.</source>
        <translation>Nothing was deployed to %1 from here.</translation>
    </message>
    <message>
        <source>#%1 of %2: %3</source>
        <translation>#%1 of %2: %3</translation>
    </message>
    <message>
        <source>Image: %1</source>
        <translation>Image: %1</translation>
    </message>
    <message>
        <source>Lists the deployments made from here.</source>
        <translation>Lists the deployments made from here.</translation>
    </message>
    <message>
        <source>Tells one deployment, step by step.</source>
        <translation>Tells one deployment, step by step.</translation>
    </message>
    <message>
        <source>With its log.</source>
        <translation>With its log.</translation>
    </message>
    <message>
        <source>With its events (in JSON).</source>
        <translation>With its events (in JSON).</translation>
    </message>
    <message>
        <source>%1: %2 (PRODUCTION)</source>
        <translation>%1: %2 (PRODUCTION)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>usually %1</translation>
    </message>
    <message>
        <source>Config: %1</source>
        <translation>Config: %1</translation>
    </message>
    <message>
        <source>Steps (* writes, - skipped):</source>
        <translation>Steps (* writes, - skipped):</translation>
    </message>
    <message>
        <source>It usually takes %1.</source>
        <translation>It usually takes %1.</translation>
    </message>
    <message>
        <source>%1 is a production app: add “%2” to do this.</source>
        <translation>%1 is a production app: add “%2” to do this.</translation>
    </message>
    <message>
        <source>“%1” is not the name of the app: add “%2” to do this.</source>
        <translation>“%1” is not the name of the app: add “%2” to do this.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>part of a step, its duration</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>step, outcome, duration</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1 of %2, deployment %3, attempt %4</source>
        <translation>%1 of %2, deployment %3, attempt %4</translation>
    </message>
    <message>
        <source>%1: skipped, %2</source>
        <comment>step, reason</comment>
        <translation>%1: skipped, %2</translation>
    </message>
    <message>
        <source>Stop was asked for.</source>
        <translation>Stop was asked for.</translation>
    </message>
    <message>
        <source>The sandbox is not running.</source>
        <translation>The sandbox is not running.</translation>
    </message>
    <message>
        <source>The sandbox is running (process %1), scenario %2, speed %3.</source>
        <translation>The sandbox is running (process %1), scenario %2, speed %3.</translation>
    </message>
    <message>
        <source>Its time: %1</source>
        <translation>Its time: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lease(s) held now</source>
        <translation>
            <numerusform>%Ln lease held now</numerusform>
            <numerusform>%Ln leases held now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln release command(s) run</source>
        <translation>
            <numerusform>%Ln release command run</numerusform>
            <numerusform>%Ln release commands run</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting to go wrong: %1</source>
        <translation>Waiting to go wrong: %1</translation>
    </message>
    <message>
        <source>Not what a faithful client does: %1</source>
        <translation>Not what a faithful client does: %1</translation>
    </message>
    <message>
        <source>The sandbox was stopped. Its world is kept.</source>
        <translation>The sandbox was stopped. Its world is kept.</translation>
    </message>
    <message>
        <source>“%1” is not a number of times.</source>
        <translation>“%1” is not a number of times.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln fault(s) waiting to go wrong</source>
        <translation>
            <numerusform>%Ln fault waiting to go wrong</numerusform>
            <numerusform>%Ln faults waiting to go wrong</numerusform>
        </translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Updates</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Starts</translation>
    </message>
    <message>
        <source>Lease</source>
        <translation>Lease</translation>
    </message>
    <message>
        <source>Starts the sandbox, or finds the running one.</source>
        <translation>Starts the sandbox, or finds the running one.</translation>
    </message>
    <message>
        <source>How many times as fast as the clock on the wall.</source>
        <translation>How many times as fast as the clock on the wall.</translation>
    </message>
    <message>
        <source>Stops the sandbox; its world is kept.</source>
        <translation>Stops the sandbox; its world is kept.</translation>
    </message>
    <message>
        <source>Tells whether it runs, its speed, leases and faults.</source>
        <translation>Tells whether it runs, its speed, leases and faults.</translation>
    </message>
    <message>
        <source>Makes its time run X times as fast.</source>
        <translation>Makes its time run X times as fast.</translation>
    </message>
    <message>
        <source>Tells how often each machine was touched.</source>
        <translation>Tells how often each machine was touched.</translation>
    </message>
    <message>
        <source>Makes something go wrong in it.</source>
        <translation>Makes something go wrong in it.</translation>
    </message>
    <message>
        <source>On this machine only.</source>
        <translation>On this machine only.</translation>
    </message>
    <message>
        <source>How many times; 0 until it is cleared.</source>
        <translation>How many times; 0 until it is cleared.</translation>
    </message>
    <message>
        <source>Until so many seconds of its time have passed.</source>
        <translation>Until so many seconds of its time have passed.</translation>
    </message>
    <message>
        <source>Only after so many seconds of its time.</source>
        <translation>Only after so many seconds of its time.</translation>
    </message>
    <message>
        <source>Lists what can go wrong, and what waits to.</source>
        <translation>Lists what can go wrong, and what waits to.</translation>
    </message>
    <message>
        <source>Clear what waits to go wrong.</source>
        <translation>Clear what waits to go wrong.</translation>
    </message>
    <message>
        <source>When it cannot be known whether it ended: run it again, or count it as done.</source>
        <translation>When it cannot be known whether it ended: run it again, or count it as done.</translation>
    </message>
    <message>
        <source>It cannot be known whether the release command “%1” ended. Add “%2” to run it again, or “%3” if it is done.</source>
        <translation>It cannot be known whether the release command “%1” ended. Add “%2” to run it again, or “%3” if it is done.</translation>
    </message>
    <message>
        <source>No account is connected.</source>
        <translation>No account is connected.</translation>
    </message>
    <message>
        <source>No other token was found on this computer.</source>
        <translation>No other token was found on this computer.</translation>
    </message>
    <message>
        <source>Open this page in a browser and allow it: %1</source>
        <translation>Open this page in a browser and allow it: %1</translation>
    </message>
    <message>
        <source>The account %1 was removed.</source>
        <translation>The account %1 was removed.</translation>
    </message>
    <message>
        <source>“%1” is neither on nor off.</source>
        <translation>“%1” is neither on nor off.</translation>
    </message>
    <message>
        <source>Lists the accounts and what their tokens may do.</source>
        <translation>Lists the accounts and what their tokens may do.</translation>
    </message>
    <message>
        <source>Lists tokens that other programs have on this computer.</source>
        <translation>Lists tokens that other programs have on this computer.</translation>
    </message>
    <message>
        <source>Connects an account; its token is looked at first.</source>
        <translation>Connects an account; its token is looked at first.</translation>
    </message>
    <message>
        <source>What it is called here.</source>
        <translation>What it is called here.</translation>
    </message>
    <message>
        <source>Where its token is kept.</source>
        <translation>Where its token is kept.</translation>
    </message>
    <message>
        <source>Log in with the browser.</source>
        <translation>Log in with the browser.</translation>
    </message>
    <message>
        <source>Use a token that another program has; it is not copied.</source>
        <translation>Use a token that another program has; it is not copied.</translation>
    </message>
    <message>
        <source>Switch it to read-only at once.</source>
        <translation>Switch it to read-only at once.</translation>
    </message>
    <message>
        <source>Forgets an account and its token.</source>
        <translation>Forgets an account and its token.</translation>
    </message>
    <message>
        <source>Finds out anew what its token may do.</source>
        <translation>Finds out anew what its token may do.</translation>
    </message>
    <message>
        <source>Gives it another name here.</source>
        <translation>Gives it another name here.</translation>
    </message>
    <message>
        <source>Refuses every write with it before it leaves, or allows them again.</source>
        <translation>Refuses every write with it before it leaves, or allows them again.</translation>
    </message>
    <message>
        <source>Type one of these words, or nothing to decide later: %1</source>
        <translation>Type one of these words, or nothing to decide later: %1</translation>
    </message>
    <message>
        <source>What to do when it stops half-way. “retry” is done once.</source>
        <translation>What to do when it stops half-way. “retry” is done once.</translation>
    </message>
    <message>
        <source>Answer with: %1</source>
        <translation>Answer with: %1</translation>
    </message>
    <message>
        <source>“%1” is no answer; it is one of these: %2</source>
        <translation>“%1” is no answer; it is one of these: %2</translation>
    </message>
    <message>
        <source>“%1” is no key.</source>
        <translation>“%1” is no key.</translation>
    </message>
    <message>
        <source>%1: “%2” is removed.</source>
        <translation>%1: “%2” is removed.</translation>
    </message>
    <message>
        <source>%1: “%2” is set.</source>
        <translation>%1: “%2” is set.</translation>
    </message>
    <message>
        <source>The fly.toml to change; else the one of this folder.</source>
        <translation>The fly.toml to change; else the one of this folder.</translation>
    </message>
    <message>
        <source>A key looks like this: %1. A value that is no number, list, true or false is a text.</source>
        <translation>A key looks like this: %1. A value that is no number, list, true or false is a text.</translation>
    </message>
    <message>
        <source>Shows what a deploy of the fly.toml would change of the machines.</source>
        <translation>Shows what a deploy of the fly.toml would change of the machines.</translation>
    </message>
    <message>
        <source>The fly.toml to compare with; else the one of this folder, or the current release&apos;s.</source>
        <translation>The fly.toml to compare with; else the one of this folder, or the current release&apos;s.</translation>
    </message>
    <message>
        <source>Changes a value of a fly.toml and nothing else: comments, order and quotes stay.</source>
        <translation>Changes a value of a fly.toml and nothing else: comments, order and quotes stay.</translation>
    </message>
    <message>
        <source>Takes a key out of a fly.toml and nothing else.</source>
        <translation>Takes a key out of a fly.toml and nothing else.</translation>
    </message>
    <message>
        <source>%1: %2: %3</source>
        <comment>a place in a file, error or warning, and what it is</comment>
        <translation>%1: %2: %3</translation>
    </message>
    <message>
        <source>%1 is in order.</source>
        <translation>%1 is in order.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3.</source>
        <comment>a file, how many errors, how many warnings</comment>
        <translation>%1: %2, %3.</translation>
    </message>
    <message>
        <source>Process group %1, machines %2:</source>
        <translation>Process group %1, machines %2:</translation>
    </message>
    <message>
        <source>As the file says: %1.</source>
        <translation>As the file says: %1.</translation>
    </message>
    <message>
        <source>Machine %1 cannot be compared: %2</source>
        <translation>Machine %1 cannot be compared: %2</translation>
    </message>
    <message>
        <source>Print the command of flyctl that does it; do nothing.</source>
        <translation>Print the command of flyctl that does it; do nothing.</translation>
    </message>
    <message>
        <source>Print the request as a command of curl; do nothing.</source>
        <translation>Print the request as a command of curl; do nothing.</translation>
    </message>
    <message>
        <source>“%1” is no strategy: %2.</source>
        <translation>“%1” is no strategy: %2.</translation>
    </message>
    <message>
        <source>“%1” is not the number of a release.</source>
        <translation>“%1” is not the number of a release.</translation>
    </message>
    <message>
        <source>How machines are updated: %1; else as fly.toml says.</source>
        <translation>How machines are updated: %1; else as fly.toml says.</translation>
    </message>
    <message>
        <source>Do it although the fly.toml was another app&apos;s.</source>
        <translation>Do it although the fly.toml was another app&apos;s.</translation>
    </message>
    <message>
        <source>The release to return to, instead of the one before.</source>
        <translation>The release to return to, instead of the one before.</translation>
    </message>
    <message>
        <source>The machines that the plan destroys are meant.</source>
        <translation>The machines that the plan destroys are meant.</translation>
    </message>
    <message>
        <source>Machines that are not touched, by commas.</source>
        <translation>Machines that are not touched, by commas.</translation>
    </message>
    <message>
        <source>Returns to the image and config of an earlier release.</source>
        <translation>Returns to the image and config of an earlier release.</translation>
    </message>
    <message>
        <source>Says how a deployment goes on that stopped half-way.</source>
        <translation>Says how a deployment goes on that stopped half-way.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Written: %1</translation>
    </message>
    <message>
        <source>Say what to write: one of %1.</source>
        <translation>Say what to write: one of %1.</translation>
    </message>
    <message>
        <source>With %1 a file is wanted, not “-”.</source>
        <translation>With %1 a file is wanted, not “-”.</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>What differs</translation>
    </message>
    <message>
        <source>Writes a deployment into a file, for people or programs elsewhere.</source>
        <translation>Writes a deployment into a file, for people or programs elsewhere.</translation>
    </message>
    <message>
        <source>Its steps as a table.</source>
        <translation>Its steps as a table.</translation>
    </message>
    <message>
        <source>Its record: plan, events, verdict, diagnosis; no secrets.</source>
        <translation>Its record: plan, events, verdict, diagnosis; no secrets.</translation>
    </message>
    <message>
        <source>The record with its log.</source>
        <translation>The record with its log.</translation>
    </message>
    <message>
        <source>Compares two deployments, phase by phase.</source>
        <translation>Compares two deployments, phase by phase.</translation>
    </message>
    <message>
        <source>The next release command ends with an error (%1).</source>
        <translation>The next release command ends with an error (%1).</translation>
    </message>
    <message>
        <source>The next release command never ends.</source>
        <translation>The next release command never ends.</translation>
    </message>
    <message>
        <source>The database refuses connections: release commands, starts and checks fail.</source>
        <translation>The database refuses connections: release commands, starts and checks fail.</translation>
    </message>
    <message>
        <source>The next version that starts never passes its health checks (%1).</source>
        <translation>The next version that starts never passes its health checks (%1).</translation>
    </message>
    <message>
        <source>The app of the next version takes many times longer to start (%1).</source>
        <translation>The app of the next version takes many times longer to start (%1).</translation>
    </message>
    <message>
        <source>The next version that starts exits with an error, again and again.</source>
        <translation>The next version that starts exits with an error, again and again.</translation>
    </message>
    <message>
        <source>The next version that starts is killed for its memory, with exit code 137.</source>
        <translation>The next version that starts is killed for its memory, with exit code 137.</translation>
    </message>
    <message>
        <source>Somebody else destroys a machine of the app.</source>
        <translation>Somebody else destroys a machine of the app.</translation>
    </message>
    <message>
        <source>The next machine that is made stays in the state “created”.</source>
        <translation>The next machine that is made stays in the state “created”.</translation>
    </message>
    <message>
        <source>When a bluegreen deploy destroys its first old machine, all the others go, too: none is left.</source>
        <translation>When a bluegreen deploy destroys its first old machine, all the others go, too: none is left.</translation>
    </message>
    <message>
        <source>Somebody else holds a machine&apos;s lease (%1).</source>
        <translation>Somebody else holds a machine&apos;s lease (%1).</translation>
    </message>
    <message>
        <source>The platform forgets the leases of the app&apos;s machines.</source>
        <translation>The platform forgets the leases of the app&apos;s machines.</translation>
    </message>
    <message>
        <source>The host of a machine cannot be reached.</source>
        <translation>The host of a machine cannot be reached.</translation>
    </message>
    <message>
        <source>The next create or update finds no room on any host.</source>
        <translation>The next create or update finds no room on any host.</translation>
    </message>
    <message>
        <source>The volume that the next machine is to mount is not there.</source>
        <translation>The volume that the next machine is to mount is not there.</translation>
    </message>
    <message>
        <source>Fetching the next image takes much longer (%1).</source>
        <translation>Fetching the next image takes much longer (%1).</translation>
    </message>
    <message>
        <source>The image of the next update cannot be fetched: the machine goes back to its old one, which passes its checks (%1).</source>
        <translation>The image of the next update cannot be fetched: the machine goes back to its old one, which passes its checks (%1).</translation>
    </message>
    <message>
        <source>The API answers 502 or 503 (%1).</source>
        <translation>The API answers 502 or 503 (%1).</translation>
    </message>
    <message>
        <source>The API answers 429 (%1).</source>
        <translation>The API answers 429 (%1).</translation>
    </message>
    <message>
        <source>Whoever only watches is answered 429; what writes works (%1).</source>
        <translation>Whoever only watches is answered 429; what writes works (%1).</translation>
    </message>
    <message>
        <source>The list of the app&apos;s machines is answered with success, and nothing in it.</source>
        <translation>The list of the app&apos;s machines is answered with success, and nothing in it.</translation>
    </message>
    <message>
        <source>The connection breaks before the answer (%1).</source>
        <translation>The connection breaks before the answer (%1).</translation>
    </message>
    <message>
        <source>The answer breaks off in the middle (%1).</source>
        <translation>The answer breaks off in the middle (%1).</translation>
    </message>
    <message>
        <source>Creating a machine answers 408 although the machine exists.</source>
        <translation>Creating a machine answers 408 although the machine exists.</translation>
    </message>
    <message>
        <source>The platform cannot be told how a release ended, however the deploy or the rollback went.</source>
        <translation>The platform cannot be told how a release ended, however the deploy or the rollback went.</translation>
    </message>
    <message>
        <source>GraphQL answers with an error page; everything else works.</source>
        <translation>GraphQL answers with an error page; everything else works.</translation>
    </message>
    <message>
        <source>The API of releases and organisations answers with an error page; everything else works.</source>
        <translation>The API of releases and organisations answers with an error page; everything else works.</translation>
    </message>
    <message>
        <source>Every token is refused.</source>
        <translation>Every token is refused.</translation>
    </message>
    <message>
        <source>Every token is refused from some request on (%1).</source>
        <translation>Every token is refused from some request on (%1).</translation>
    </message>
    <message>
        <source>The platform&apos;s status page tells of an incident (%1).</source>
        <translation>The platform&apos;s status page tells of an incident (%1).</translation>
    </message>
    <message>
        <source>Use this account, by its name or id.</source>
        <translation>Use this account, by its name or id.</translation>
    </message>
    <message>
        <source>Read the password of the encrypted file from this file.</source>
        <translation>Read the password of the encrypted file from this file.</translation>
    </message>
    <message>
        <source>There are several. Say which one:</source>
        <translation>There are several. Say which one:</translation>
    </message>
    <message>
        <source>%1 is deployed with %2 from now on.</source>
        <translation>%1 is deployed with %2 from now on.</translation>
    </message>
    <message>
        <source>It names another app: %1.</source>
        <translation>It names another app: %1.</translation>
    </message>
    <message>
        <source>%1 is not linked to %2 any more.</source>
        <translation>%1 is not linked to %2 any more.</translation>
    </message>
    <message>
        <source>fly.toml</source>
        <translation>fly.toml</translation>
    </message>
    <message>
        <source>%1 (gone)</source>
        <translation>%1 (gone)</translation>
    </message>
    <message>
        <source>No folder is linked to an app.</source>
        <translation>No folder is linked to an app.</translation>
    </message>
    <message>
        <source>%1 is production: its name is asked before anything is written.</source>
        <translation>%1 is production: its name is asked before anything is written.</translation>
    </message>
    <message>
        <source>%1 is not production: nothing is asked before a deploy.</source>
        <translation>%1 is not production: nothing is asked before a deploy.</translation>
    </message>
    <message>
        <source>Deploys an app with the fly.toml of a folder from now on.</source>
        <translation>Deploys an app with the fly.toml of a folder from now on.</translation>
    </message>
    <message>
        <source>Takes the link of an app away.</source>
        <translation>Takes the link of an app away.</translation>
    </message>
    <message>
        <source>Lists the links.</source>
        <translation>Lists the links.</translation>
    </message>
    <message>
        <source>Tells or sets whether an app is production.</source>
        <translation>Tells or sets whether an app is production.</translation>
    </message>
    <message>
        <source>Read-only capsule, made by %1 on %2.</source>
        <translation>Read-only capsule, made by %1 on %2.</translation>
    </message>
    <message>
        <source>The capsule was made without the log.</source>
        <translation>The capsule was made without the log.</translation>
    </message>
    <message>
        <source>Name a deployment, or a file with %1.</source>
        <translation>Name a deployment, or a file with %1.</translation>
    </message>
    <message>
        <source>Tell the deployment of this file instead.</source>
        <translation>Tell the deployment of this file instead.</translation>
    </message>
    <message>
        <source>Strategy: %1</source>
        <translation>Strategy: %1</translation>
    </message>
    <message>
        <source>Configuration of the machines:</source>
        <translation>Configuration of the machines:</translation>
    </message>
    <message>
        <source>%1 Add “%2” if it is meant.</source>
        <translation>%1 Add “%2” if it is meant.</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>What is not in the contract</source>
        <translation>What is not in the contract</translation>
    </message>
    <message>
        <source>Nobody asked for anything that is not in the contract.</source>
        <translation>Nobody asked for anything that is not in the contract.</translation>
    </message>
    <message>
        <source>What this fault knows more: the words in brackets below.</source>
        <translation>What this fault knows more: the words in brackets below.</translation>
    </message>
    <message>
        <source>Faults:</source>
        <translation>Faults:</translation>
    </message>
    <message>
        <source>Lists what was asked of it that Fly.io does not know.</source>
        <translation>Lists what was asked of it that Fly.io does not know.</translation>
    </message>
    <message>
        <source>Forget them.</source>
        <translation>Forget them.</translation>
    </message>
    <message>
        <source>this stage installs its packages here</source>
        <translation>this stage installs its packages here</translation>
    </message>
    <message>
        <source>No cause that is known was found.</source>
        <translation>No cause that is known was found.</translation>
    </message>
    <message>
        <source>Says why it failed, from logs (&quot;-&quot;: standard input), fly.toml and Dockerfile; 4 when no known cause is found.</source>
        <translation>Says why it failed, from logs (&quot;-&quot;: standard input), fly.toml and Dockerfile; 4 when no known cause is found.</translation>
    </message>
    <message>
        <source>Name a file, or an app with “%1”.</source>
        <translation>Name a file, or an app with “%1”.</translation>
    </message>
    <message>
        <source>Looks at an app instead: its releases, and what its machines tell.</source>
        <translation>Looks at an app instead: its releases, and what its machines tell.</translation>
    </message>
    <message>
        <source>Users of the app are answered with an error, although its machines are well (%1).</source>
        <translation>Users of the app are answered with an error, although its machines are well (%1).</translation>
    </message>
    <message>
        <source>The world to begin: field-cases, one, twelve, hundred or fleet.</source>
        <translation>The world to begin: field-cases, one, twelve, hundred or fleet.</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Last seen</translation>
    </message>
    <message>
        <source>now</source>
        <translation>now</translation>
    </message>
    <message>
        <source>Last seen %1:</source>
        <translation>Last seen %1:</translation>
    </message>
    <message>
        <source>One more word is wanted after “%1”.</source>
        <translation>One more word is wanted after “%1”.</translation>
    </message>
    <message>
        <source>No proxy is used: that was chosen.</source>
        <translation>No proxy is used: that was chosen.</translation>
    </message>
    <message>
        <source>The proxy is %1: that was chosen.</source>
        <translation>The proxy is %1: that was chosen.</translation>
    </message>
    <message>
        <source>No proxy is used: environment and desktop name none.</source>
        <translation>No proxy is used: environment and desktop name none.</translation>
    </message>
    <message>
        <source>The proxy is %1, as environment or desktop say.</source>
        <translation>The proxy is %1, as environment or desktop say.</translation>
    </message>
    <message>
        <source>The certificates of the system are trusted.</source>
        <translation>The certificates of the system are trusted.</translation>
    </message>
    <message>
        <source>Trusted beside those of the system: %1 (%2).</source>
        <translation>Trusted beside those of the system: %1 (%2).</translation>
    </message>
    <message>
        <source>The sandbox is on this computer: it needs no proxy and no CA file.</source>
        <translation>The sandbox is on this computer: it needs no proxy and no CA file.</translation>
    </message>
    <message>
        <source>Tells which proxy and which CA file are used.</source>
        <translation>Tells which proxy and which CA file are used.</translation>
    </message>
    <message>
        <source>Trusts the certificates of a company&apos;s CA file too.</source>
        <translation>Trusts the certificates of a company&apos;s CA file too.</translation>
    </message>
    <message>
        <source>It ends with 0 when no file has an error, and with 2 when one has, or with %1 a warning.</source>
        <translation>It ends with 0 when no file has an error, and with 2 when one has, or with %1 a warning.</translation>
    </message>
    <message>
        <source>Count warnings as errors.</source>
        <translation>Count warnings as errors.</translation>
    </message>
    <message>
        <source>A compose file; several are laid over one another in this order.</source>
        <translation>A compose file; several are laid over one another in this order.</translation>
    </message>
    <message>
        <source>The env file that the variables of compose files come from; else the .env beside them.</source>
        <translation>The env file that the variables of compose files come from; else the .env beside them.</translation>
    </message>
    <message>
        <source>%1 is no TOML file, and only those are changed in place. Change it in an editor.</source>
        <translation>%1 is no TOML file, and only those are changed in place. Change it in an editor.</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Options:</translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation>Options of every command:</translation>
    </message>
    <message>
        <source>The app that a deployment&apos;s number is of, as its history shows it.</source>
        <translation>The app that a deployment&apos;s number is of, as its history shows it.</translation>
    </message>
    <message>
        <source>A deployment runs: what was deployed here before stays in its history.</source>
        <translation>A deployment runs: what was deployed here before stays in its history.</translation>
    </message>
    <message>
        <source>Begins its world anew, and what was deployed in it.</source>
        <translation>Begins its world anew, and what was deployed in it.</translation>
    </message>
    <message>
        <source>production: its name is asked before a change</source>
        <translation>production: its name is asked before a change</translation>
    </message>
    <message>
        <source>read-only: every change is refused</source>
        <translation>read-only: every change is refused</translation>
    </message>
    <message>
        <source>There is no server in the list.</source>
        <translation>There is no server in the list.</translation>
    </message>
    <message>
        <source>%1 has no alias.</source>
        <translation>%1 has no alias.</translation>
    </message>
    <message>
        <source>The server %1 was removed from the list; nothing was changed on it.</source>
        <translation>The server %1 was removed from the list; nothing was changed on it.</translation>
    </message>
    <message>
        <source>%1 is connected: %2@%3, port %4.</source>
        <translation>%1 is connected: %2@%3, port %4.</translation>
    </message>
    <message>
        <source>Use this alias of ~/.ssh/config.</source>
        <translation>Use this alias of ~/.ssh/config.</translation>
    </message>
    <message>
        <source>Its name or address; without it, NAME.</source>
        <translation>Its name or address; without it, NAME.</translation>
    </message>
    <message>
        <source>The port of its SSH service.</source>
        <translation>The port of its SSH service.</translation>
    </message>
    <message>
        <source>The user to connect as.</source>
        <translation>The user to connect as.</translation>
    </message>
    <message>
        <source>The private key: the only one that is offered.</source>
        <translation>The private key: the only one that is offered.</translation>
    </message>
    <message>
        <source>The server to go through.</source>
        <translation>The server to go through.</translation>
    </message>
    <message>
        <source>A folder with a stack, looked at even when nothing of it runs; can be repeated.</source>
        <translation>A folder with a stack, looked at even when nothing of it runs; can be repeated.</translation>
    </message>
    <message>
        <source>A folder with its backups; can be repeated.</source>
        <translation>A folder with its backups; can be repeated.</translation>
    </message>
    <message>
        <source>It is no production server: its name is never asked.</source>
        <translation>It is no production server: its name is never asked.</translation>
    </message>
    <message>
        <source>Refuse every change of it.</source>
        <translation>Refuse every change of it.</translation>
    </message>
    <message>
        <source>Lists your SSH servers.</source>
        <translation>Lists your SSH servers.</translation>
    </message>
    <message>
        <source>Lists the servers that ~/.ssh/config names.</source>
        <translation>Lists the servers that ~/.ssh/config names.</translation>
    </message>
    <message>
        <source>Adds a server, from ~/.ssh/config or by hand; connects to nothing.</source>
        <translation>Adds a server, from ~/.ssh/config or by hand; connects to nothing.</translation>
    </message>
    <message>
        <source>Takes a server from the list.</source>
        <translation>Takes a server from the list.</translation>
    </message>
    <message>
        <source>Connects, and tells what fails and what helps.</source>
        <translation>Connects, and tells what fails and what helps.</translation>
    </message>
    <message>
        <source>Looks at a server: system, Docker, disks, stacks, locks, backups.</source>
        <translation>Looks at a server: system, Docker, disks, stacks, locks, backups.</translation>
    </message>
    <message>
        <source>Type “yes” or “no”.</source>
        <translation>Type “yes” or “no”.</translation>
    </message>
    <message>
        <source>yes</source>
        <comment>typed at a terminal</comment>
        <translation>yes</translation>
    </message>
    <message>
        <source>Reads fly.toml, atalaya.toml, compose files and env files and says what is wrong with them, line by line.</source>
        <translation>Reads fly.toml, atalaya.toml, compose files and env files and says what is wrong with them, line by line.</translation>
    </message>
    <message>
        <source>A stack&apos;s commands are in its plan: use “%1”.</source>
        <translation>A stack&apos;s commands are in its plan: use “%1”.</translation>
    </message>
    <message>
        <source>“%1” is no way to stop: %2.</source>
        <translation>“%1” is no way to stop: %2.</translation>
    </message>
    <message>
        <source>Of a stack: as its atalaya.toml says, roll it back, or leave it as it is.</source>
        <translation>Of a stack: as its atalaya.toml says, roll it back, or leave it as it is.</translation>
    </message>
    <message>
        <source>Deploys an image to an app, or a compose stack to its servers.</source>
        <translation>Deploys an image to an app, or a compose stack to its servers.</translation>
    </message>
    <message>
        <source>Version: %1</source>
        <translation>Version: %1</translation>
    </message>
    <message>
        <source>Version: %1, now %2</source>
        <translation>Version: %1, now %2</translation>
    </message>
    <message>
        <source>What is deployed: %1</source>
        <translation>What is deployed: %1</translation>
    </message>
    <message>
        <source>On %1, in %2:</source>
        <translation>On %1, in %2:</translation>
    </message>
    <message>
        <source>expected downtime: %1</source>
        <translation>expected downtime: %1</translation>
    </message>
    <message>
        <source>%1 is a production stack: add “%2” to do this.</source>
        <translation>%1 is a production stack: add “%2” to do this.</translation>
    </message>
    <message>
        <source>“%1” is not the name of the stack: add “%2” to do this.</source>
        <translation>“%1” is not the name of the stack: add “%2” to do this.</translation>
    </message>
    <message>
        <source>Lists the compose stacks of linked folders and of your servers.</source>
        <translation>Lists the compose stacks of linked folders and of your servers.</translation>
    </message>
    <message>
        <source>Backs up what the atalaya.toml of a stack names, and verifies it.</source>
        <translation>Backs up what the atalaya.toml of a stack names, and verifies it.</translation>
    </message>
    <message>
        <source>Looks at a stack: images, environments, health, smoke tests, data.</source>
        <translation>Looks at a stack: images, environments, health, smoke tests, data.</translation>
    </message>
    <message>
        <source>Look at what it runs on your servers, then add “%1”.</source>
        <translation>Look at what it runs on your servers, then add “%1”.</translation>
    </message>
    <message>
        <source>That is the mark of other files: look at these, then add “%1”.</source>
        <translation>That is the mark of other files: look at these, then add “%1”.</translation>
    </message>
    <message>
        <source>“%1” is no kind of redeploy: %2.</source>
        <translation>“%1” is no kind of redeploy: %2.</translation>
    </message>
    <message>
        <source>“%1” is neither yes nor no.</source>
        <translation>“%1” is neither yes nor no.</translation>
    </message>
    <message>
        <source>You have seen what this atalaya.toml runs: the mark that is shown with it.</source>
        <translation>You have seen what this atalaya.toml runs: the mark that is shown with it.</translation>
    </message>
    <message>
        <source>Of a stack: the version, instead of what its files say.</source>
        <translation>Of a stack: the version, instead of what its files say.</translation>
    </message>
    <message>
        <source>Of a stack: what is deployed, instead of what is recognised: %1.</source>
        <translation>Of a stack: what is deployed, instead of what is recognised: %1.</translation>
    </message>
    <message>
        <source>Of a stack: services to recreate although they are right, by commas.</source>
        <translation>Of a stack: services to recreate although they are right, by commas.</translation>
    </message>
    <message>
        <source>Of a stack: back up before, or do not.</source>
        <translation>Of a stack: back up before, or do not.</translation>
    </message>
    <message>
        <source>Of a stack that rolls back: the database returns, too.</source>
        <translation>Of a stack that rolls back: the database returns, too.</translation>
    </message>
    <message>
        <source>Of a stack: give up a run of somebody else that never came to its end.</source>
        <translation>Of a stack: give up a run of somebody else that never came to its end.</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <comment>a step, and what it is about</comment>
        <translation>%1 “%2”</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a step, its outcome</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 was wanted, %2 was found.</source>
        <translation>%1 was wanted, %2 was found.</translation>
    </message>
    <message>
        <source>The sandbox has the practice server, and no other.</source>
        <translation>The sandbox has the practice server, and no other.</translation>
    </message>
    <message>
        <source>Name and password for %1 are kept in the keychain.</source>
        <translation>Name and password for %1 are kept in the keychain.</translation>
    </message>
    <message>
        <source>Name and password for %1 are kept in an encrypted file.</source>
        <translation>Name and password for %1 are kept in an encrypted file.</translation>
    </message>
    <message>
        <source>“%1” is no place to keep a password: %2.</source>
        <translation>“%1” is no place to keep a password: %2.</translation>
    </message>
    <message>
        <source>Name and password are for one proxy: give its address with them.</source>
        <translation>Name and password are for one proxy: give its address with them.</translation>
    </message>
    <message>
        <source>The name or the password of the proxy is missing: give %1, and the password by %2, %3 or the variable %4.</source>
        <translation>The name or the password of the proxy is missing: give %1, and the password by %2, %3 or the variable %4.</translation>
    </message>
    <message>
        <source>Keep this name for the proxy, and its password from the variable %1, a file or standard input.</source>
        <translation>Keep this name for the proxy, and its password from the variable %1, a file or standard input.</translation>
    </message>
    <message>
        <source>Read the password of the proxy from this file.</source>
        <translation>Read the password of the proxy from this file.</translation>
    </message>
    <message>
        <source>Read the password of the proxy from standard input.</source>
        <translation>Read the password of the proxy from standard input.</translation>
    </message>
    <message>
        <source>Where name and password are kept.</source>
        <translation>Where name and password are kept.</translation>
    </message>
    <message>
        <source>Chooses the proxy; keeps its name and password where tokens are kept.</source>
        <translation>Chooses the proxy; keeps its name and password where tokens are kept.</translation>
    </message>
    <message>
        <source>Forgets name and password of the proxy.</source>
        <translation>Forgets name and password of the proxy.</translation>
    </message>
</context>
<context>
    <name>DeploymentsModel</name>
    <message>
        <source>Started %1 (%2)</source>
        <translation>Started %1 (%2)</translation>
    </message>
    <message>
        <source>Deployment %1, %2, %3, %4</source>
        <translation>Deployment %1, %2, %3, %4</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Deployment</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>#%1</source>
        <translation>#%1</translation>
    </message>
    <message>
        <source>running</source>
        <translation>running</translation>
    </message>
    <message>
        <source>running in %1</source>
        <translation>running in %1</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrupted</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <extracomment>in the list of deployments: the phase a deployment failed in</extracomment>
        <translation>failed: %1</translation>
    </message>
    <message>
        <source>done, not looked at</source>
        <translation>done, not looked at</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>failed</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>rolled back</translation>
    </message>
</context>
<context>
    <name>DeploymentsPanel</name>
    <message>
        <source>Deployments of the app</source>
        <translation>Deployments of the app</translation>
    </message>
    <message>
        <source>Fit the whole deployment (F)</source>
        <translation>Fit the whole deployment (F)</translation>
    </message>
    <message>
        <source>Show the same as a table (T)</source>
        <translation>Show the same as a table (T)</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>Reading the journal…</translation>
    </message>
    <message>
        <source>No deployments yet.</source>
        <translation>No deployments yet.</translation>
    </message>
    <message>
        <source>Reading the deployment…</source>
        <translation>Reading the deployment…</translation>
    </message>
    <message>
        <source>“Deploy…” shows a plan first; nothing is written before you confirm it.</source>
        <translation>“Deploy…” shows a plan first; nothing is written before you confirm it.</translation>
    </message>
    <message>
        <source>#%1 · %2 · image %3 · %4</source>
        <translation>#%1 · %2 · image %3 · %4</translation>
    </message>
    <message>
        <source>Save the chart as a picture (PNG)…</source>
        <translation>Save the chart as a picture (PNG)…</translation>
    </message>
    <message>
        <source>Save the chart as a drawing (SVG)…</source>
        <translation>Save the chart as a drawing (SVG)…</translation>
    </message>
    <message>
        <source>Save the steps as a table (CSV)…</source>
        <translation>Save the steps as a table (CSV)…</translation>
    </message>
    <message>
        <source>Export the record of the deployment…</source>
        <translation>Export the record of the deployment…</translation>
    </message>
    <message>
        <source>Roll back to v%1…</source>
        <translation>Roll back to v%1…</translation>
    </message>
    <message>
        <source>Compare with another…</source>
        <translation>Compare with another…</translation>
    </message>
    <message>
        <source>Save the chart, or export the record</source>
        <translation>Save the chart, or export the record</translation>
    </message>
    <message>
        <source>#%1 · %2 · %3</source>
        <comment>number, kind, when</comment>
        <translation>#%1 · %2 · %3</translation>
    </message>
    <message>
        <source>#%1 · %2 · version %3 · %4</source>
        <translation>#%1 · %2 · version %3 · %4</translation>
    </message>
    <message>
        <source>Nothing has been deployed from here yet.</source>
        <translation>Nothing has been deployed from here yet.</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Watches deployments to Fly.io, says why they failed, and retries them. The token is read from the variable %1, from a file or from standard input; never from an argument.</source>
        <translation>Watches deployments to Fly.io, says why they failed, and retries them. The token is read from the variable %1, from a file or from standard input; never from an argument.</translation>
    </message>
    <message>
        <source>Open the embedded sandbox: no account and no network are needed.</source>
        <translation>Open the embedded sandbox: no account and no network are needed.</translation>
    </message>
    <message>
        <source>Open this app.</source>
        <translation>Open this app.</translation>
    </message>
    <message>
        <source>Speak English (en) or Spanish (es) from now on.</source>
        <translation>Speak English (en) or Spanish (es) from now on.</translation>
    </message>
    <message>
        <source>Read the token from this file.</source>
        <translation>Read the token from this file.</translation>
    </message>
    <message>
        <source>Read the token from standard input.</source>
        <translation>Read the token from standard input.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Show this help.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Show the version.</translation>
    </message>
    <message>
        <source>“%1” is not understood.</source>
        <translation>“%1” is not understood.</translation>
    </message>
    <message>
        <source>There is no language “%1”: it is en or es.</source>
        <translation>There is no language “%1”: it is en or es.</translation>
    </message>
</context>
<context>
    <name>DialogPrompts</name>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>%1 file</source>
        <comment>ending of its name</comment>
        <translation>%1 file</translation>
    </message>
    <message>
        <source>In:</source>
        <comment>a folder</comment>
        <translation>In:</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Folder:</translation>
    </message>
    <message>
        <source>&amp;Name of the file:</source>
        <translation>&amp;Name of the file:</translation>
    </message>
    <message>
        <source>Type:</source>
        <comment>of files</comment>
        <translation>Type:</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ExportActions</name>
    <message>
        <source>Save the chart as a drawing (SVG)…</source>
        <translation>Save the chart as a drawing (SVG)…</translation>
    </message>
    <message>
        <source>Save the steps as a table (CSV)…</source>
        <translation>Save the steps as a table (CSV)…</translation>
    </message>
    <message>
        <source>Export the record of the deployment…</source>
        <translation>Export the record of the deployment…</translation>
    </message>
    <message>
        <source>Open a capsule…</source>
        <translation>Open a capsule…</translation>
    </message>
    <message>
        <source>Compare two deployments…</source>
        <translation>Compare two deployments…</translation>
    </message>
    <message>
        <source>Copy: status of the app</source>
        <translation>Copy: status of the app</translation>
    </message>
    <message>
        <source>Copy: its machines</source>
        <translation>Copy: its machines</translation>
    </message>
    <message>
        <source>Copy: its releases</source>
        <translation>Copy: its releases</translation>
    </message>
    <message>
        <source>Copy: its log</source>
        <translation>Copy: its log</translation>
    </message>
    <message>
        <source>Copy: its image</source>
        <translation>Copy: its image</translation>
    </message>
    <message>
        <source>%1, as %2</source>
        <comment>what is copied, for which tool</comment>
        <translation>%1, as %2</translation>
    </message>
</context>
<context>
    <name>ExportFlow</name>
    <message>
        <source>Saved as %1.</source>
        <translation>Saved as %1.</translation>
    </message>
    <message>
        <source>Save the chart as a picture</source>
        <translation>Save the chart as a picture</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG pictures (*.png)</translation>
    </message>
    <message>
        <source>Save the chart as a drawing</source>
        <translation>Save the chart as a drawing</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>SVG drawings (*.svg)</translation>
    </message>
    <message>
        <source>Save the steps as a table</source>
        <translation>Save the steps as a table</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV tables (*.csv)</translation>
    </message>
    <message>
        <source>Save the record of the deployment</source>
        <translation>Save the record of the deployment</translation>
    </message>
    <message>
        <source>Capsules (*.json)</source>
        <translation>Capsules (*.json)</translation>
    </message>
    <message>
        <source>Open a capsule</source>
        <translation>Open a capsule</translation>
    </message>
    <message>
        <source>The capsule cannot be read: %1</source>
        <translation>The capsule cannot be read: %1</translation>
    </message>
    <message>
        <source>There are no two deployments of this app to compare.</source>
        <translation>There are no two deployments of this app to compare.</translation>
    </message>
</context>
<context>
    <name>FleetMenu</name>
    <message>
        <source>List of apps</source>
        <translation>List of apps</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Machines</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Releases</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Restart of the machine</source>
        <translation>Restart of the machine</translation>
    </message>
</context>
<context>
    <name>FleetModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>%1 (sandbox)</source>
        <translation>%1 (sandbox)</translation>
    </message>
    <message>
        <source>%1 (Fly.io)</source>
        <translation>%1 (Fly.io)</translation>
    </message>
    <message>
        <source>machines not up to date</source>
        <translation>machines not up to date</translation>
    </message>
    <message>
        <source>releases not up to date</source>
        <translation>releases not up to date</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>loading</translation>
    </message>
    <message>
        <source>unhealthy</source>
        <extracomment>a machine that runs, but whose health checks do not pass</extracomment>
        <translation>unhealthy</translation>
    </message>
    <message>
        <source>Account %1</source>
        <translation>Account %1</translation>
    </message>
    <message>
        <source>Account %1, %2</source>
        <translation>Account %1, %2</translation>
    </message>
    <message>
        <source>App %1, %2</source>
        <translation>App %1, %2</translation>
    </message>
    <message>
        <source>Machine %1 in %2, %3</source>
        <translation>Machine %1 in %2, %3</translation>
    </message>
    <message>
        <source>Fly.io does not list the machines of this account just now (%1). The app that is open is asked itself; what is shown of the others is as old as they say.</source>
        <translation>Fly.io does not list the machines of this account just now (%1). The app that is open is asked itself; what is shown of the others is as old as they say.</translation>
    </message>
    <message>
        <source>The part of Fly.io that tells the newest releases of all apps (GraphQL) does not answer (%1). They are as old as each app says; the rest is up to date.</source>
        <translation>The part of Fly.io that tells the newest releases of all apps (GraphQL) does not answer (%1). They are as old as each app says; the rest is up to date.</translation>
    </message>
    <message>
        <source>Seen %1 (%2)</source>
        <translation>Seen %1 (%2)</translation>
    </message>
    <message>
        <source>Its health has not been seen yet.</source>
        <translation>Its health has not been seen yet.</translation>
    </message>
    <message>
        <source>Its health was seen %1.</source>
        <translation>Its health was seen %1.</translation>
    </message>
    <message>
        <source>Its newest release was seen %1.</source>
        <translation>Its newest release was seen %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln machine(s)</source>
        <translation>
            <numerusform>%Ln machine</numerusform>
            <numerusform>%Ln machines</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 health checks pass</source>
        <translation>%1 of %2 health checks pass</translation>
    </message>
    <message numerus="yes">
        <source>%Ln app(s) failed</source>
        <translation>
            <numerusform>%Ln app failed</numerusform>
            <numerusform>%Ln apps failed</numerusform>
        </translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servers</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>server, its address</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not reachable</source>
        <comment>servers</comment>
        <translation>
            <numerusform>%Ln not reachable</numerusform>
            <numerusform>%Ln not reachable</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>servers, state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Server %1</source>
        <translation>Server %1</translation>
    </message>
    <message>
        <source>Server %1, %2</source>
        <translation>Server %1, %2</translation>
    </message>
    <message>
        <source>Stack %1, %2</source>
        <translation>Stack %1, %2</translation>
    </message>
    <message>
        <source>Service %1, %2</source>
        <translation>Service %1, %2</translation>
    </message>
    <message>
        <source>%1 (this computer)</source>
        <comment>the practice server</comment>
        <translation>%1 (this computer)</translation>
    </message>
</context>
<context>
    <name>FleetPanel</name>
    <message>
        <source>Fleet</source>
        <translation>Fleet</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the fleet</source>
        <translation>Filter the fleet</translation>
    </message>
    <message>
        <source>Filter the fleet (Ctrl+Shift+F)</source>
        <translation>Filter the fleet (Ctrl+Shift+F)</translation>
    </message>
    <message>
        <source>Looking for your apps…</source>
        <translation>Looking for your apps…</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Nothing matches the filter.</translation>
    </message>
    <message>
        <source>Escape clears it.</source>
        <translation>Escape clears it.</translation>
    </message>
    <message>
        <source>This account has no apps.</source>
        <translation>This account has no apps.</translation>
    </message>
    <message>
        <source>Apps that you create appear here.</source>
        <translation>Apps that you create appear here.</translation>
    </message>
    <message>
        <source>Last seen %1, not reachable now</source>
        <translation>Last seen %1, not reachable now</translation>
    </message>
    <message>
        <source>Seen %1</source>
        <translation>Seen %1</translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln account(s) not reachable</source>
        <extracomment>%1: &quot;Seen 4 s ago&quot;</extracomment>
        <translation>
            <numerusform>%1; %Ln account not reachable</numerusform>
            <numerusform>%1; %Ln accounts not reachable</numerusform>
        </translation>
    </message>
    <message>
        <source>Last seen %1, looking again</source>
        <translation>Last seen %1, looking again</translation>
    </message>
    <message>
        <source>Fleet: accounts, apps, machines and servers</source>
        <translation>Fleet: accounts, apps, machines and servers</translation>
    </message>
    <message>
        <source>No account and no server yet.</source>
        <translation>No account and no server yet.</translation>
    </message>
    <message>
        <source>Give Atalaya a Fly.io token or a server, or start it with --sandbox to try it without.</source>
        <translation>Give Atalaya a Fly.io token or a server, or start it with --sandbox to try it without.</translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln server(s) not reachable</source>
        <extracomment>%1: &quot;Seen 4 s ago&quot;</extracomment>
        <translation>
            <numerusform>%1; %Ln server not reachable</numerusform>
            <numerusform>%1; %Ln servers not reachable</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>never</source>
        <translation>never</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 s ago</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 min ago</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 h ago</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>%Ln day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
        </translation>
    </message>
    <message>
        <source>canary of %1</source>
        <translation>canary of %1</translation>
    </message>
    <message>
        <source>new %1 %2</source>
        <comment>a machine made for a process group, and its number</comment>
        <translation>new %1 %2</translation>
    </message>
    <message>
        <source>new for %1</source>
        <comment>a machine made to replace another</comment>
        <translation>new for %1</translation>
    </message>
</context>
<context>
    <name>GanttView</name>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Started %1</source>
        <translation>Started %1</translation>
    </message>
    <message>
        <source>%1, deployment #%2, %3</source>
        <comment>app, number, when</comment>
        <translation>%1, deployment #%2, %3</translation>
    </message>
</context>
<context>
    <name>HeaderFrame</name>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUCTION</translation>
    </message>
    <message>
        <source>not production</source>
        <translation>not production</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>More actions</translation>
    </message>
    <message>
        <source>More actions (%1)</source>
        <translation>More actions (%1)</translation>
    </message>
</context>
<context>
    <name>IncidentNotice</name>
    <message>
        <source>%1 (%2)</source>
        <comment>name and state of an incident of the platform</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>Fly.io reports %Ln incidents of its own, the newest: %1</source>
        <translation>
            <numerusform>Fly.io reports %Ln incident of its own, the newest: %1</numerusform>
            <numerusform>Fly.io reports %Ln incidents of its own, the newest: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InspectorDetails</name>
    <message>
        <source>since %1</source>
        <comment>time of the day</comment>
        <translation>since %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>times of the day</comment>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>skipped: %1</source>
        <comment>reason</comment>
        <translation>skipped: %1</translation>
    </message>
    <message>
        <source>usually %1, seldom more than %2</source>
        <translation>usually %1, seldom more than %2</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>time of the day, what was told</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>no answer</translation>
    </message>
    <message>
        <source>%1, %2 of it waiting for its turn</source>
        <comment>durations</comment>
        <translation>%1, %2 of it waiting for its turn</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Link %1 to a folder</source>
        <translation>Link %1 to a folder</translation>
    </message>
    <message>
        <source>Choose the &amp;folder…</source>
        <translation>Choose the &amp;folder…</translation>
    </message>
    <message>
        <source>fly.toml of the project:</source>
        <translation>fly.toml of the project:</translation>
    </message>
    <message>
        <source>fly.toml found in %1:</source>
        <translation>fly.toml found in %1:</translation>
    </message>
    <message>
        <source>fly.toml files of the folder</source>
        <translation>fly.toml files of the folder</translation>
    </message>
    <message>
        <source>&amp;Unlink</source>
        <translation>&amp;Unlink</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Folder of the project</source>
        <translation>Folder of the project</translation>
    </message>
    <message>
        <source>%1 (app %2)</source>
        <translation>%1 (app %2)</translation>
    </message>
    <message>
        <source>There is no fly.toml in this folder, nor below it.</source>
        <translation>There is no fly.toml in this folder, nor below it.</translation>
    </message>
    <message>
        <source>A linked app is deployed with the fly.toml of its folder. %1 is not linked yet: it is deployed with the configuration of its last release.</source>
        <translation>A linked app is deployed with the fly.toml of its folder. %1 is not linked yet: it is deployed with the configuration of its last release.</translation>
    </message>
    <message>
        <source>%1 is deployed with %2.</source>
        <translation>%1 is deployed with %2.</translation>
    </message>
    <message>
        <source>This file names another app, %1. A deploy asks before it uses it for %2.</source>
        <translation>This file names another app, %1. A deploy asks before it uses it for %2.</translation>
    </message>
</context>
<context>
    <name>LogPane</name>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Lines of</source>
        <translation>Lines of</translation>
    </message>
    <message>
        <source>Show the lines of one machine only</source>
        <translation>Show the lines of one machine only</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Find in the log</translation>
    </message>
    <message>
        <source>Find in the log (Ctrl+F)</source>
        <translation>Find in the log (Ctrl+F)</translation>
    </message>
    <message>
        <source>Previous hit (Shift+Enter)</source>
        <translation>Previous hit (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next hit (Enter)</source>
        <translation>Next hit (Enter)</translation>
    </message>
    <message>
        <source>Follow the end of the log (End)</source>
        <translation>Follow the end of the log (End)</translation>
    </message>
    <message>
        <source>Copy the selected lines (Ctrl+C)</source>
        <translation>Copy the selected lines (Ctrl+C)</translation>
    </message>
    <message>
        <source>All lanes</source>
        <translation>All lanes</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>Reading the log…</translation>
    </message>
    <message>
        <source>This deployment has left no log lines.</source>
        <translation>This deployment has left no log lines.</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>debug</source>
        <translation>debug</translation>
    </message>
    <message>
        <source>info</source>
        <translation>info</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>warning</translation>
    </message>
    <message>
        <source>error</source>
        <translation>error</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
</context>
<context>
    <name>MachinesModel</name>
    <message>
        <source>Machine %1 in %2, %3</source>
        <translation>Machine %1 in %2, %3</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>Health checks</translation>
    </message>
    <message>
        <source>Process group</source>
        <translation>Process group</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>%1 of %2 pass</source>
        <translation>%1 of %2 pass</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Machine %1 (%2), version %3</source>
        <translation>Machine %1 (%2), version %3</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>A deployment of %1 is running.</source>
        <translation>A deployment of %1 is running.</translation>
    </message>
    <message>
        <source>Deployment #%1 of %2 was interrupted.</source>
        <translation>Deployment #%1 of %2 was interrupted.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Show it</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>app · program</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Open %1</translation>
    </message>
    <message>
        <source>%1: the deployment is done</source>
        <translation>%1: the deployment is done</translation>
    </message>
    <message>
        <source>%1: the deployment needs you</source>
        <translation>%1: the deployment needs you</translation>
    </message>
    <message>
        <source>A deployment is running</source>
        <translation>A deployment is running</translation>
    </message>
    <message>
        <source>A deployment is running. Close the window?</source>
        <translation>A deployment is running. Close the window?</translation>
    </message>
    <message>
        <source>It can be stopped cleanly: what is being changed is finished, and leases are released. The window closes when that is done.</source>
        <translation>It can be stopped cleanly: what is being changed is finished, and leases are released. The window closes when that is done.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>Stop it, then close</source>
        <translation>Stop it, then close</translation>
    </message>
    <message>
        <source>Stopping the deployment. The window closes when it has ended.</source>
        <translation>Stopping the deployment. The window closes when it has ended.</translation>
    </message>
    <message>
        <source>sandbox · Atalaya</source>
        <translation>sandbox · Atalaya</translation>
    </message>
    <message>
        <source>Network…</source>
        <translation>Network…</translation>
    </message>
    <message>
        <source>Open %1 on %2</source>
        <comment>stack, server</comment>
        <translation>Open %1 on %2</translation>
    </message>
    <message>
        <source>What your own servers do goes on there: it is followed again when the window is opened.</source>
        <translation>What your own servers do goes on there: it is followed again when the window is opened.</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>The certificate of %1 is signed by an authority that this computer does not know. If your company looks into connections, give its CA file under Network; otherwise use another network.</source>
        <translation>The certificate of %1 is signed by an authority that this computer does not know. If your company looks into connections, give its CA file under Network; otherwise use another network.</translation>
    </message>
    <message>
        <source>What answers for %1 shows the certificate of another name: it is not the server that was meant. Check the proxy, or use another network.</source>
        <translation>What answers for %1 shows the certificate of another name: it is not the server that was meant. Check the proxy, or use another network.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired. Check the date of this computer; if it is right, who runs that server or the proxy has to renew it.</source>
        <translation>The certificate of %1 has expired. Check the date of this computer; if it is right, who runs that server or the proxy has to renew it.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet. Check the date of this computer.</source>
        <translation>The certificate of %1 is not valid yet. Check the date of this computer.</translation>
    </message>
    <message>
        <source>The address of the proxy cannot be understood. Write it like http://HOST:PORT or socks5://HOST:PORT.</source>
        <translation>The address of the proxy cannot be understood. Write it like http://HOST:PORT or socks5://HOST:PORT.</translation>
    </message>
    <message>
        <source>The CA file %1 cannot be read. Choose another one under Network.</source>
        <translation>The CA file %1 cannot be read. Choose another one under Network.</translation>
    </message>
    <message>
        <source>The CA file %1 holds no certificate. Choose one in PEM or DER form.</source>
        <translation>The CA file %1 holds no certificate. Choose one in PEM or DER form.</translation>
    </message>
    <message>
        <source>certificate refused</source>
        <translation>certificate refused</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>proxy</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA file</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <comment>certificate, date</comment>
        <translation>%1 until %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln certificate(s), among them: %1</source>
        <translation>
            <numerusform>%Ln certificate, among them: %1</numerusform>
            <numerusform>%Ln certificates, among them: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln certificate(s): %1</source>
        <translation>
            <numerusform>%Ln certificate: %1</numerusform>
            <numerusform>%Ln certificates: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The clock of this computer is %1 behind Fly.io&apos;s. Times that are shown may be off by that much: set the clock.</source>
        <translation>The clock of this computer is %1 behind Fly.io&apos;s. Times that are shown may be off by that much: set the clock.</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 ahead of Fly.io&apos;s. Times that are shown may be off by that much: set the clock.</source>
        <translation>The clock of this computer is %1 ahead of Fly.io&apos;s. Times that are shown may be off by that much: set the clock.</translation>
    </message>
    <message>
        <source>The proxy does not answer, or refuses to connect to Fly.io. Check its address under Network or in the environment, or ask who runs it.</source>
        <translation>The proxy does not answer, or refuses to connect to Fly.io. Check its address under Network or in the environment, or ask who runs it.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>The proxy wants a name and a password. Give them under Network, or on the command line with “atalayactl network proxy ADDRESS --user NAME”.</source>
        <translation>The proxy wants a name and a password. Give them under Network, or on the command line with “atalayactl network proxy ADDRESS --user NAME”.</translation>
    </message>
    <message>
        <source>The proxy refuses the name or the password. Give them again under Network, or on the command line with “atalayactl network proxy ADDRESS --user NAME”.</source>
        <translation>The proxy refuses the name or the password. Give them again under Network, or on the command line with “atalayactl network proxy ADDRESS --user NAME”.</translation>
    </message>
    <message>
        <source>Name and password do not belong in the address of the proxy, which is no secret place. Give them beside it, or the whole address in the variable https_proxy.</source>
        <translation>Name and password do not belong in the address of the proxy, which is no secret place. Give them beside it, or the whole address in the variable https_proxy.</translation>
    </message>
</context>
<context>
    <name>NetworkDialog</name>
    <message>
        <source>Network</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>How Atalaya reaches Fly.io and your apps. What is on this computer itself is never asked through a proxy.</source>
        <translation>How Atalaya reaches Fly.io and your apps. What is on this computer itself is never asked through a proxy.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>As the &amp;environment and the desktop say</source>
        <translation>As the &amp;environment and the desktop say</translation>
    </message>
    <message>
        <source>&amp;None: connect directly</source>
        <translation>&amp;None: connect directly</translation>
    </message>
    <message>
        <source>&amp;This one:</source>
        <translation>&amp;This one:</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Address of the proxy</translation>
    </message>
    <message>
        <source>C&amp;A file of your company</source>
        <translation>C&amp;A file of your company</translation>
    </message>
    <message>
        <source>CA file of your company</source>
        <translation>CA file of your company</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>C&amp;hoose…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>The environment names no proxy; the desktop is asked.</source>
        <translation>The environment names no proxy; the desktop is asked.</translation>
    </message>
    <message>
        <source>The environment wants no proxy for Fly.io.</source>
        <translation>The environment wants no proxy for Fly.io.</translation>
    </message>
    <message>
        <source>The environment names %1.</source>
        <translation>The environment names %1.</translation>
    </message>
    <message>
        <source>Its certificates are trusted beside those of the system. Leave it empty when nobody looks into your connections.</source>
        <translation>Its certificates are trusted beside those of the system. Leave it empty when nobody looks into your connections.</translation>
    </message>
    <message>
        <source>The variable SSL_CERT_FILE names %1, which is trusted beside the system&apos;s.</source>
        <translation>The variable SSL_CERT_FILE names %1, which is trusted beside the system&apos;s.</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der);;All files (*)</source>
        <translation>Certificates (*.pem *.crt *.cer *.der);;All files (*)</translation>
    </message>
</context>
<context>
    <name>OutcomeStrip</name>
    <message>
        <source>Resume</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Roll back</translation>
    </message>
    <message>
        <source>Ask it to cancel</source>
        <translation>Ask it to cancel</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Show the line that proves it</source>
        <translation>Show the line that proves it</translation>
    </message>
    <message>
        <source>Stopping: what is being changed is finished, then leases are released.</source>
        <translation>Stopping: what is being changed is finished, then leases are released.</translation>
    </message>
    <message>
        <source>Now: machine %1, %2</source>
        <translation>Now: machine %1, %2</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Now: %1</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>%1 so far, usually %2.</source>
        <translation>%1 so far, usually %2.</translation>
    </message>
    <message>
        <source>%1 so far.</source>
        <translation>%1 so far.</translation>
    </message>
    <message>
        <source>It is run by %1 (process %2 on %3) and followed here.</source>
        <translation>It is run by %1 (process %2 on %3) and followed here.</translation>
    </message>
    <message>
        <source>Interrupted: %1 ended while it ran this deployment.</source>
        <translation>Interrupted: %1 ended while it ran this deployment.</translation>
    </message>
    <message>
        <source>No machine had been updated. Resuming looks first, and repeats nothing that is done.</source>
        <translation>No machine had been updated. Resuming looks first, and repeats nothing that is done.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln machine(s) had been updated. Resuming looks first, and repeats nothing that is done.</source>
        <translation>
            <numerusform>%Ln machine had been updated. Resuming looks first, and repeats nothing that is done.</numerusform>
            <numerusform>%Ln machines had been updated. Resuming looks first, and repeats nothing that is done.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · out of memory</source>
        <translation>%1 · out of memory</translation>
    </message>
    <message>
        <source>%1 · took too long</source>
        <translation>%1 · took too long</translation>
    </message>
    <message>
        <source>%1 · signal %2</source>
        <translation>%1 · signal %2</translation>
    </message>
    <message>
        <source>%1 · exit %2</source>
        <translation>%1 · exit %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>step · machine or stage</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · “%2”</source>
        <translation>%1 · “%2”</translation>
    </message>
    <message>
        <source>%1 · “%2” (log line %3)</source>
        <translation>%1 · “%2” (log line %3)</translation>
    </message>
    <message>
        <source>%1 · “%2” (%3, line %4)</source>
        <translation>%1 · “%2” (%3, line %4)</translation>
    </message>
    <message>
        <source>Retry from the release command</source>
        <translation>Retry from the release command</translation>
    </message>
    <message>
        <source>Retry deploy</source>
        <translation>Retry deploy</translation>
    </message>
    <message>
        <source>Roll back to v%1</source>
        <translation>Roll back to v%1</translation>
    </message>
    <message>
        <source>Decide what to do…</source>
        <translation>Decide what to do…</translation>
    </message>
    <message>
        <source>Stopped: the journal could not be written</source>
        <translation>Stopped: the journal could not be written</translation>
    </message>
    <message>
        <source>Now: %1, %2</source>
        <comment>a step, and its service</comment>
        <translation>Now: %1, %2</translation>
    </message>
    <message>
        <source>What had been begun on the servers has gone on by itself. Resuming brings what happened since, and repeats nothing that is done.</source>
        <translation>What had been begun on the servers has gone on by itself. Resuming brings what happened since, and repeats nothing that is done.</translation>
    </message>
</context>
<context>
    <name>OverviewPanel</name>
    <message>
        <source>Machines of the app</source>
        <translation>Machines of the app</translation>
    </message>
    <message>
        <source>Ctrl+C copies the machine&apos;s id</source>
        <translation>Ctrl+C copies the machine&apos;s id</translation>
    </message>
    <message>
        <source>Looking at the machines…</source>
        <translation>Looking at the machines…</translation>
    </message>
    <message>
        <source>This app has no machines.</source>
        <translation>This app has no machines.</translation>
    </message>
    <message>
        <source>Machines appear here when something is deployed to it.</source>
        <translation>Machines appear here when something is deployed to it.</translation>
    </message>
</context>
<context>
    <name>PlanConfigModel</name>
    <message numerus="yes">
        <source>%1: %Ln machine(s)</source>
        <comment>a process group</comment>
        <translation>
            <numerusform>%1: %Ln machine</numerusform>
            <numerusform>%1: %Ln machines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln change(s)</source>
        <comment>machines of a group</comment>
        <translation>
            <numerusform>%1, %Ln change</numerusform>
            <numerusform>%1, %Ln changes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a setting and what becomes of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>not set</translation>
    </message>
    <message>
        <source>removed</source>
        <comment>of a setting</comment>
        <translation>removed</translation>
    </message>
    <message>
        <source>set, not shown</source>
        <translation>set, not shown</translation>
    </message>
    <message>
        <source>changes, not shown</source>
        <translation>changes, not shown</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Setting</translation>
    </message>
    <message>
        <source>Now</source>
        <comment>the value that a machine has</comment>
        <translation>Now</translation>
    </message>
    <message>
        <source>After the deploy</source>
        <comment>the value that a machine will have</comment>
        <translation>After the deploy</translation>
    </message>
</context>
<context>
    <name>PlanConfigView</name>
    <message>
        <source>The machines keep the configuration they have.</source>
        <translation>The machines keep the configuration they have.</translation>
    </message>
    <message>
        <source>What changes in the machines&apos; configuration</source>
        <translation>What changes in the machines&apos; configuration</translation>
    </message>
    <message>
        <source>Changes of the machines&apos; configuration</source>
        <translation>Changes of the machines&apos; configuration</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Looking at what runs now. Nothing is written.</source>
        <translation>Looking at what runs now. Nothing is written.</translation>
    </message>
    <message>
        <source>What will be done, in this order</source>
        <translation>What will be done, in this order</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Machines</translation>
    </message>
    <message>
        <source>Steps of the plan</source>
        <translation>Steps of the plan</translation>
    </message>
    <message>
        <source>Machines of the plan</source>
        <translation>Machines of the plan</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Survey the app again and make the plan anew</source>
        <translation>Survey the app again and make the plan anew</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUCTION</translation>
    </message>
    <message>
        <source>This is production. Type %1 to confirm:</source>
        <translation>This is production. Type %1 to confirm:</translation>
    </message>
    <message>
        <source>What runs has changed since the plan was made. This is the new plan: please read it again.</source>
        <translation>What runs has changed since the plan was made. This is the new plan: please read it again.</translation>
    </message>
    <message>
        <source>Deploy %1</source>
        <translation>Deploy %1</translation>
    </message>
    <message>
        <source>Retry the deploy of %1</source>
        <translation>Retry the deploy of %1</translation>
    </message>
    <message>
        <source>Resume the deploy of %1</source>
        <translation>Resume the deploy of %1</translation>
    </message>
    <message>
        <source>Roll %1 back to v%2</source>
        <translation>Roll %1 back to v%2</translation>
    </message>
    <message>
        <source>Roll %1 back</source>
        <translation>Roll %1 back</translation>
    </message>
    <message>
        <source>Image: %1</source>
        <translation>Image: %1</translation>
    </message>
    <message>
        <source>Configuration: %1</source>
        <translation>Configuration: %1</translation>
    </message>
    <message>
        <source>Release command: %1</source>
        <translation>Release command: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln write(s) to the platform</source>
        <translation>
            <numerusform>%Ln write to the platform</numerusform>
            <numerusform>%Ln writes to the platform</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, usually %2</source>
        <translation>%1, usually %2</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Starting…</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Deploy</translation>
    </message>
    <message>
        <source>Retry deploy</source>
        <translation>Retry deploy</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Roll back</translation>
    </message>
    <message>
        <source>It cannot be known whether the release command of the interrupted attempt ended. Please look at its effects:</source>
        <translation>It cannot be known whether the release command of the interrupted attempt ended. Please look at its effects:</translation>
    </message>
    <message>
        <source>It ended well: do not run it again</source>
        <translation>It ended well: do not run it again</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>Run it again</translation>
    </message>
    <message>
        <source>Configuration: that of v%1</source>
        <translation>Configuration: that of v%1</translation>
    </message>
    <message>
        <source>Copy as flyctl</source>
        <translation>Copy as flyctl</translation>
    </message>
    <message>
        <source>It is meant: deploy %1 with this fly.toml</source>
        <translation>It is meant: deploy %1 with this fly.toml</translation>
    </message>
    <message numerus="yes">
        <source>Destroy %Ln machine(s). This cannot be undone.</source>
        <translation>
            <numerusform>Destroy %Ln machine. This cannot be undone.</numerusform>
            <numerusform>Destroy %Ln machines. This cannot be undone.</numerusform>
        </translation>
    </message>
    <message>
        <source>Strategy: %1</source>
        <translation>Strategy: %1</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Services of the plan</source>
        <translation>Services of the plan</translation>
    </message>
    <message>
        <source>Survey the servers again and make the plan anew</source>
        <translation>Survey the servers again and make the plan anew</translation>
    </message>
    <message>
        <source>It is meant: go on with %1 in spite of what is told above</source>
        <translation>It is meant: go on with %1 in spite of what is told above</translation>
    </message>
</context>
<context>
    <name>PlanMachinesModel</name>
    <message>
        <source>Machine %1 in %2, %3: %4</source>
        <translation>Machine %1 in %2, %3: %4</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>What will happen</translation>
    </message>
</context>
<context>
    <name>PlanModel</name>
    <message>
        <source>%1, changes the platform</source>
        <translation>%1, changes the platform</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Changes the platform</source>
        <translation>Changes the platform</translation>
    </message>
    <message>
        <source>Usually</source>
        <translation>Usually</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>skipped</translation>
    </message>
    <message>
        <source>writes</source>
        <extracomment>a step of the plan that changes something on the platform</extracomment>
        <translation>writes</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>reads</translation>
    </message>
    <message>
        <source>Changes the server</source>
        <translation>Changes the server</translation>
    </message>
</context>
<context>
    <name>PlanStackRows</name>
    <message>
        <source>What is deployed: %1</source>
        <comment>code only, everything, …</comment>
        <translation>What is deployed: %1</translation>
    </message>
    <message>
        <source>Version: %1</source>
        <translation>Version: %1</translation>
    </message>
    <message>
        <source>Version: %1, now %2</source>
        <translation>Version: %1, now %2</translation>
    </message>
    <message>
        <source>Servers, in order: %1</source>
        <translation>Servers, in order: %1</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>Directory on the servers: %1</source>
        <translation>Directory on the servers: %1</translation>
    </message>
    <message>
        <source>Migration: %1</source>
        <translation>Migration: %1</translation>
    </message>
    <message>
        <source>It usually takes %1.</source>
        <translation>It usually takes %1.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Expected downtime</source>
        <translation>Expected downtime</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>What is done</translation>
    </message>
    <message>
        <source>%1 becomes %2</source>
        <comment>an image and another</comment>
        <translation>%1 becomes %2</translation>
    </message>
    <message>
        <source>Watched from this computer: %1, every %2</source>
        <translation>Watched from this computer: %1, every %2</translation>
    </message>
</context>
<context>
    <name>PlatformCommands</name>
    <message>
        <source>flyctl knows no retry: this deploys the image again. The release command runs again, and every machine is updated again.</source>
        <translation>flyctl knows no retry: this deploys the image again. The release command runs again, and every machine is updated again.</translation>
    </message>
    <message>
        <source>flyctl knows no rollback: this deploys the older image. Configuration and secrets stay as they are now.</source>
        <translation>flyctl knows no rollback: this deploys the older image. Configuration and secrets stay as they are now.</translation>
    </message>
    <message>
        <source>No command of flyctl and no request cancels a deployment: it is stopped where it runs, with Ctrl+C.</source>
        <translation>No command of flyctl and no request cancels a deployment: it is stopped where it runs, with Ctrl+C.</translation>
    </message>
    <message>
        <source>No single request deploys: it is a sequence of them.</source>
        <translation>No single request deploys: it is a sequence of them.</translation>
    </message>
    <message>
        <source>flyctl has no command for a single request.</source>
        <translation>flyctl has no command for a single request.</translation>
    </message>
    <message>
        <source>What the request carried is not recorded: it belongs into body.json.</source>
        <translation>What the request carried is not recorded: it belongs into body.json.</translation>
    </message>
</context>
<context>
    <name>ProxyLoginBox</name>
    <message>
        <source>In the keychain of this desktop</source>
        <translation>In the keychain of this desktop</translation>
    </message>
    <message>
        <source>In the encrypted file that is there</source>
        <translation>In the encrypted file that is there</translation>
    </message>
    <message>
        <source>In an encrypted file that a password opens</source>
        <translation>In an encrypted file that a password opens</translation>
    </message>
    <message>
        <source>For this session only: forgotten when the window closes</source>
        <translation>For this session only: forgotten when the window closes</translation>
    </message>
    <message>
        <source>The proxy wants both a name and a password.</source>
        <translation>The proxy wants both a name and a password.</translation>
    </message>
    <message numerus="yes">
        <source>The password of the encrypted file needs %Ln character(s) or more.</source>
        <translation>
            <numerusform>The password of the encrypted file needs %Ln character or more.</numerusform>
            <numerusform>The password of the encrypted file needs %Ln characters or more.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two passwords of the encrypted file differ.</source>
        <translation>The two passwords of the encrypted file differ.</translation>
    </message>
    <message>
        <source>Give the password of the encrypted file.</source>
        <translation>Give the password of the encrypted file.</translation>
    </message>
    <message>
        <source>Kept for %1 in the keychain.</source>
        <translation>Kept for %1 in the keychain.</translation>
    </message>
    <message>
        <source>Kept for %1 in the encrypted file.</source>
        <translation>Kept for %1 in the encrypted file.</translation>
    </message>
    <message>
        <source>Known for %1 until this window closes.</source>
        <translation>Known for %1 until this window closes.</translation>
    </message>
    <message>
        <source>Choose “This one” and give its address first: they are sent to that proxy only.</source>
        <translation>Choose “This one” and give its address first: they are sent to that proxy only.</translation>
    </message>
    <message>
        <source>Only where %1 asks for them. They are sent to no other proxy.</source>
        <translation>Only where %1 asks for them. They are sent to no other proxy.</translation>
    </message>
    <message>
        <source>Password of the encrypted file</source>
        <translation>Password of the encrypted file</translation>
    </message>
    <message numerus="yes">
        <source>Password, %Ln character(s) or more</source>
        <translation>
            <numerusform>Password, %Ln character or more</numerusform>
            <numerusform>Password, %Ln characters or more</numerusform>
        </translation>
    </message>
    <message>
        <source>Name and password for the proxy</source>
        <translation>Name and password for the proxy</translation>
    </message>
    <message>
        <source>&amp;Forget them</source>
        <translation>&amp;Forget them</translation>
    </message>
    <message>
        <source>Na&amp;me:</source>
        <translation>Na&amp;me:</translation>
    </message>
    <message>
        <source>Name for the proxy</source>
        <translation>Name for the proxy</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Password:</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>Password for the proxy</translation>
    </message>
    <message>
        <source>&amp;Keep them:</source>
        <translation>&amp;Keep them:</translation>
    </message>
    <message>
        <source>Where name and password are kept</source>
        <translation>Where name and password are kept</translation>
    </message>
    <message>
        <source>The password again</source>
        <translation>The password again</translation>
    </message>
    <message>
        <source>Password of the encrypted file, again</source>
        <translation>Password of the encrypted file, again</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>The deployment of %1 stopped half-way</source>
        <translation>The deployment of %1 stopped half-way</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decide later</translation>
    </message>
</context>
<context>
    <name>ServerActions</name>
    <message>
        <source>Add a server…</source>
        <translation>Add a server…</translation>
    </message>
    <message>
        <source>Connect to the server</source>
        <translation>Connect to the server</translation>
    </message>
    <message>
        <source>Open terminal here</source>
        <translation>Open terminal here</translation>
    </message>
    <message>
        <source>Edit the server…</source>
        <translation>Edit the server…</translation>
    </message>
    <message>
        <source>Rename the server…</source>
        <translation>Rename the server…</translation>
    </message>
    <message>
        <source>Remove the server…</source>
        <translation>Remove the server…</translation>
    </message>
    <message>
        <source>Copy as ssh</source>
        <translation>Copy as ssh</translation>
    </message>
    <message>
        <source>Copy as docker</source>
        <translation>Copy as docker</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Rename…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Remove…</translation>
    </message>
    <message>
        <source>Rename the server</source>
        <translation>Rename the server</translation>
    </message>
    <message>
        <source>Name of the server here:</source>
        <translation>Name of the server here:</translation>
    </message>
    <message>
        <source>Remove the server</source>
        <translation>Remove the server</translation>
    </message>
    <message>
        <source>Remove the server %1 from the list?</source>
        <translation>Remove the server %1 from the list?</translation>
    </message>
    <message>
        <source>Nothing is changed on it: its stacks run on, and its backups stay. What is known of past deployments stays here.</source>
        <translation>Nothing is changed on it: its stacks run on, and its backups stay. What is known of past deployments stays here.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Remove it</translation>
    </message>
    <message>
        <source>ssh could not connect. Enter closes this window.</source>
        <translation>ssh could not connect. Enter closes this window.</translation>
    </message>
    <message>
        <source>No terminal could be opened. Install one, or name yours in the variable TERMINAL. The command is: %1</source>
        <translation>No terminal could be opened. Install one, or name yours in the variable TERMINAL. The command is: %1</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Copied: %1</translation>
    </message>
    <message>
        <source>Link the stack to a folder…</source>
        <translation>Link the stack to a folder…</translation>
    </message>
    <message>
        <source>Link folder…</source>
        <translation>Link folder…</translation>
    </message>
    <message>
        <source>A deploy of %1 runs there now. It goes on by itself, and this console will not see how it ends.</source>
        <translation>A deploy of %1 runs there now. It goes on by itself, and this console will not see how it ends.</translation>
    </message>
</context>
<context>
    <name>ServerBody</name>
    <message>
        <source>Facts of the stack</source>
        <translation>Facts of the stack</translation>
    </message>
    <message>
        <source>Facts of the server</source>
        <translation>Facts of the server</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Stacks</source>
        <translation>Stacks</translation>
    </message>
    <message>
        <source>Services of the stack</source>
        <translation>Services of the stack</translation>
    </message>
    <message>
        <source>Stacks of the server</source>
        <translation>Stacks of the server</translation>
    </message>
    <message>
        <source>Ctrl+C copies the name of the container</source>
        <translation>Ctrl+C copies the name of the container</translation>
    </message>
    <message>
        <source>Enter opens the stack</source>
        <translation>Enter opens the stack</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Connecting to %1…</translation>
    </message>
    <message>
        <source>Looking at the server…</source>
        <translation>Looking at the server…</translation>
    </message>
    <message>
        <source>This stack is not on the server any more.</source>
        <translation>This stack is not on the server any more.</translation>
    </message>
    <message>
        <source>It was removed there, or its folder is not looked at.</source>
        <translation>It was removed there, or its folder is not looked at.</translation>
    </message>
    <message>
        <source>No stack was found on this server.</source>
        <translation>No stack was found on this server.</translation>
    </message>
    <message>
        <source>Those that docker compose has started appear here by themselves. One of which nothing runs is found by its folder: “Edit the server…” takes it.</source>
        <translation>Those that docker compose has started appear here by themselves. One of which nothing runs is found by its folder: “Edit the server…” takes it.</translation>
    </message>
    <message>
        <source>Nothing of this stack runs.</source>
        <translation>Nothing of this stack runs.</translation>
    </message>
    <message>
        <source>Only its folder is there, with its compose files.</source>
        <translation>Only its folder is there, with its compose files.</translation>
    </message>
</context>
<context>
    <name>ServerDialog</name>
    <message>
        <source>Add a server</source>
        <translation>Add a server</translation>
    </message>
    <message>
        <source>Edit the server</source>
        <translation>Edit the server</translation>
    </message>
    <message>
        <source>&amp;Try the connection</source>
        <translation>&amp;Try the connection</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>What ssh said</source>
        <translation>What ssh said</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Connecting to %1…</translation>
    </message>
    <message>
        <source>%1 is connected.</source>
        <translation>%1 is connected.</translation>
    </message>
</context>
<context>
    <name>ServerForm</name>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Address:</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Address of the server</translation>
    </message>
    <message>
        <source>A name or an IP address, or an alias of ~/.ssh/config.</source>
        <translation>A name or an IP address, or an alias of ~/.ssh/config.</translation>
    </message>
    <message numerus="yes">
        <source>A name or an IP address, or one of the %Ln alias(es) of ~/.ssh/config.</source>
        <translation>
            <numerusform>A name or an IP address, or the %Ln alias of ~/.ssh/config.</numerusform>
            <numerusform>A name or an IP address, or one of the %Ln aliases of ~/.ssh/config.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Name here:</source>
        <translation>&amp;Name here:</translation>
    </message>
    <message>
        <source>Name of the server here</source>
        <translation>Name of the server here</translation>
    </message>
    <message>
        <source>Where these are empty, your ssh decides: ~/.ssh/config, the agent, its defaults.</source>
        <translation>Where these are empty, your ssh decides: ~/.ssh/config, the agent, its defaults.</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;User:</translation>
    </message>
    <message>
        <source>User on the server</source>
        <translation>User on the server</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>P&amp;ort:</translation>
    </message>
    <message>
        <source>Port of its SSH service</source>
        <translation>Port of its SSH service</translation>
    </message>
    <message>
        <source>Private &amp;key:</source>
        <translation>Private &amp;key:</translation>
    </message>
    <message>
        <source>File of the private key</source>
        <translation>File of the private key</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Choose the file of the private key</source>
        <translation>Choose the file of the private key</translation>
    </message>
    <message>
        <source>&amp;Jump host:</source>
        <translation>&amp;Jump host:</translation>
    </message>
    <message>
        <source>Server to go through</source>
        <translation>Server to go through</translation>
    </message>
    <message>
        <source>USER@HOST:PORT</source>
        <translation>USER@HOST:PORT</translation>
    </message>
    <message>
        <source>&amp;Folders of stacks:</source>
        <translation>&amp;Folders of stacks:</translation>
    </message>
    <message>
        <source>Folders of stacks on the server</source>
        <translation>Folders of stacks on the server</translation>
    </message>
    <message>
        <source>One per line. They are looked at even when nothing of them runs.</source>
        <translation>One per line. They are looked at even when nothing of them runs.</translation>
    </message>
    <message>
        <source>/srv/shop, one per line</source>
        <translation>/srv/shop, one per line</translation>
    </message>
    <message>
        <source>Folders of &amp;backups:</source>
        <translation>Folders of &amp;backups:</translation>
    </message>
    <message>
        <source>Folders of backups on the server</source>
        <translation>Folders of backups on the server</translation>
    </message>
    <message>
        <source>One per line. The newest file of each is shown with its age.</source>
        <translation>One per line. The newest file of each is shown with its age.</translation>
    </message>
    <message>
        <source>/srv/backups, one per line</source>
        <translation>/srv/backups, one per line</translation>
    </message>
    <message>
        <source>&amp;Production: its name is asked before it is changed</source>
        <translation>&amp;Production: its name is asked before it is changed</translation>
    </message>
    <message>
        <source>&amp;Read only: refuse every change of it</source>
        <translation>&amp;Read only: refuse every change of it</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>Private key</translation>
    </message>
</context>
<context>
    <name>ServerHeader</name>
    <message>
        <source>on %1</source>
        <comment>a server</comment>
        <translation>on %1</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>read-only</translation>
    </message>
    <message>
        <source>seen %1</source>
        <translation>seen %1</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Open terminal</source>
        <translation>Open terminal</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>Opens your own terminal there (Ctrl+Shift+T)</source>
        <translation>Opens your own terminal there (Ctrl+Shift+T)</translation>
    </message>
    <message>
        <source>Connects now; what ssh needs to know is asked</source>
        <translation>Connects now; what ssh needs to know is asked</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Looks at it now</source>
        <translation>Looks at it now</translation>
    </message>
</context>
<context>
    <name>ServerMenu</name>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Restart of the service</source>
        <translation>Restart of the service</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>List of containers</source>
        <translation>List of containers</translation>
    </message>
    <message>
        <source>Disk space of Docker</source>
        <translation>Disk space of Docker</translation>
    </message>
    <message>
        <source>Copy as ssh</source>
        <translation>Copy as ssh</translation>
    </message>
    <message>
        <source>Copy as docker, for the server</source>
        <translation>Copy as docker, for the server</translation>
    </message>
</context>
<context>
    <name>ServerPanel</name>
    <message>
        <source>Connect</source>
        <translation>Connect</translation>
    </message>
</context>
<context>
    <name>Servers</name>
    <message>
        <source>Docker is not installed there.</source>
        <translation>Docker is not installed there.</translation>
    </message>
    <message>
        <source>%1 may not use Docker there: put that user into the group docker, or connect as another one.</source>
        <translation>%1 may not use Docker there: put that user into the group docker, or connect as another one.</translation>
    </message>
    <message>
        <source>Docker is installed there, but does not run.</source>
        <translation>Docker is installed there, but does not run.</translation>
    </message>
    <message>
        <source>Docker %1</source>
        <translation>Docker %1</translation>
    </message>
    <message>
        <source>Docker did not answer.</source>
        <translation>Docker did not answer.</translation>
    </message>
    <message>
        <source>Docker answered: %1</source>
        <translation>Docker answered: %1</translation>
    </message>
    <message>
        <source>Docker Compose is not installed there.</source>
        <translation>Docker Compose is not installed there.</translation>
    </message>
    <message>
        <source>Docker Compose %1 is too old: install version 2.</source>
        <translation>Docker Compose %1 is too old: install version 2.</translation>
    </message>
    <message>
        <source>Docker Compose %1</source>
        <translation>Docker Compose %1</translation>
    </message>
    <message>
        <source>Its clock is %1 ahead of that of this computer.</source>
        <translation>Its clock is %1 ahead of that of this computer.</translation>
    </message>
    <message>
        <source>Its clock is %1 behind that of this computer.</source>
        <translation>Its clock is %1 behind that of this computer.</translation>
    </message>
    <message numerus="yes">
        <source>%1, kernel %2, %3, %Ln CPU(s)</source>
        <translation>
            <numerusform>%1, kernel %2, %3, %Ln CPU</numerusform>
            <numerusform>%1, kernel %2, %3, %Ln CPUs</numerusform>
        </translation>
    </message>
    <message>
        <source>Memory: %1 of %2 free</source>
        <translation>Memory: %1 of %2 free</translation>
    </message>
    <message>
        <source>Disk of %1: %2 of %3 free</source>
        <translation>Disk of %1: %2 of %3 free</translation>
    </message>
    <message>
        <source>no health check</source>
        <translation>no health check</translation>
    </message>
    <message>
        <source>starting</source>
        <comment>health of a service</comment>
        <translation>starting</translation>
    </message>
    <message>
        <source>healthy</source>
        <comment>health of a service</comment>
        <translation>healthy</translation>
    </message>
    <message>
        <source>unhealthy</source>
        <comment>health of a service</comment>
        <translation>unhealthy</translation>
    </message>
    <message>
        <source>health unknown</source>
        <translation>health unknown</translation>
    </message>
    <message>
        <source>created</source>
        <comment>state of a container</comment>
        <translation>created</translation>
    </message>
    <message>
        <source>running</source>
        <comment>state of a container</comment>
        <translation>running</translation>
    </message>
    <message>
        <source>paused</source>
        <comment>state of a container</comment>
        <translation>paused</translation>
    </message>
    <message>
        <source>restarting</source>
        <comment>state of a container</comment>
        <translation>restarting</translation>
    </message>
    <message>
        <source>being removed</source>
        <comment>state of a container</comment>
        <translation>being removed</translation>
    </message>
    <message>
        <source>ended: out of memory</source>
        <comment>state of a container</comment>
        <translation>ended: out of memory</translation>
    </message>
    <message>
        <source>ended with code %1</source>
        <comment>state of a container</comment>
        <translation>ended with code %1</translation>
    </message>
    <message>
        <source>dead</source>
        <comment>state of a container</comment>
        <translation>dead</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>service and number of its container</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln restart(s)</source>
        <translation>
            <numerusform>%Ln restart</numerusform>
            <numerusform>%Ln restarts</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: nothing of it runs</source>
        <translation>%1: nothing of it runs</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>stack, folder</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>A run that ended without its last word has left a lock.</source>
        <translation>A run that ended without its last word has left a lock.</translation>
    </message>
    <message>
        <source>Locked: somebody deploys it now.</source>
        <translation>Locked: somebody deploys it now.</translation>
    </message>
    <message>
        <source>Locked: %1 deploys it, since %2.</source>
        <comment>who, date and time</comment>
        <translation>Locked: %1 deploys it, since %2.</translation>
    </message>
    <message>
        <source>Backups: the folder %1 is not there.</source>
        <translation>Backups: the folder %1 is not there.</translation>
    </message>
    <message>
        <source>Backups in %1: none that is not empty.</source>
        <translation>Backups in %1: none that is not empty.</translation>
    </message>
    <message>
        <source>Backups in %1: the last one is %2 (%3), %4.</source>
        <translation>Backups in %1: the last one is %2 (%3), %4.</translation>
    </message>
    <message>
        <source>There is no computer of the name that %1 has. Check its address, or the alias in ~/.ssh/config.</source>
        <translation>There is no computer of the name that %1 has. Check its address, or the alias in ~/.ssh/config.</translation>
    </message>
    <message>
        <source>The name of %1 could not be looked up: the name service does not answer. Check the connection of this computer.</source>
        <translation>The name of %1 could not be looked up: the name service does not answer. Check the connection of this computer.</translation>
    </message>
    <message>
        <source>There is no way to %1 from this network. Check the connection, the VPN and the address.</source>
        <translation>There is no way to %1 from this network. Check the connection, the VPN and the address.</translation>
    </message>
    <message>
        <source>%1 is there, but nothing listens on that port. Check the port, and whether its SSH service runs.</source>
        <translation>%1 is there, but nothing listens on that port. Check the port, and whether its SSH service runs.</translation>
    </message>
    <message>
        <source>%1 does not answer at all. It is off, or a firewall drops what is sent. Check the address, the port and the VPN.</source>
        <translation>%1 does not answer at all. It is off, or a firewall drops what is sent. Check the address, the port and the VPN.</translation>
    </message>
    <message>
        <source>%1 takes the connection, but says nothing. It is overloaded, or something else than SSH listens on that port.</source>
        <translation>%1 takes the connection, but says nothing. It is overloaded, or something else than SSH listens on that port.</translation>
    </message>
    <message>
        <source>%1 closes the connection before a key is shown. It has too many connections now, or refuses this computer (firewall, fail2ban, hosts.deny). Wait a moment, then try again.</source>
        <translation>%1 closes the connection before a key is shown. It has too many connections now, or refuses this computer (firewall, fail2ban, hosts.deny). Wait a moment, then try again.</translation>
    </message>
    <message>
        <source>What answers for %1 on that port is not SSH 2. Check the port.</source>
        <translation>What answers for %1 on that port is not SSH 2. Check the port.</translation>
    </message>
    <message>
        <source>Your ssh and %1 have no way of encrypting in common: one of them is very old. Update it, or allow the old way for this server in ~/.ssh/config.</source>
        <translation>Your ssh and %1 have no way of encrypting in common: one of them is very old. Update it, or allow the old way for this server in ~/.ssh/config.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost. What was running there may go on. Connect again and look.</source>
        <translation>The connection to %1 was lost. What was running there may go on. Connect again and look.</translation>
    </message>
    <message>
        <source>%1 takes no further command at once (MaxSessions). Wait until one has ended, or raise the limit in its sshd_config.</source>
        <translation>%1 takes no further command at once (MaxSessions). Wait until one has ended, or raise the limit in its sshd_config.</translation>
    </message>
    <message>
        <source>%1 takes none of your keys. Choose another key or user, or put your public key into its authorized_keys.</source>
        <translation>%1 takes none of your keys. Choose another key or user, or put your public key into its authorized_keys.</translation>
    </message>
    <message>
        <source>%1 takes none of your keys. It would take: %2. Choose another key or user, or put your public key into its authorized_keys.</source>
        <translation>%1 takes none of your keys. It would take: %2. Choose another key or user, or put your public key into its authorized_keys.</translation>
    </message>
    <message>
        <source>The key file %2, chosen for %1, is not there. Choose another one.</source>
        <translation>The key file %2, chosen for %1, is not there. Choose another one.</translation>
    </message>
    <message>
        <source>Others on this computer may read the private key %2, so ssh does not use it for %1. Run: chmod 600 on that file.</source>
        <translation>Others on this computer may read the private key %2, so ssh does not use it for %1. Run: chmod 600 on that file.</translation>
    </message>
    <message>
        <source>The passphrase of the key for %1 was not right. Try again.</source>
        <translation>The passphrase of the key for %1 was not right. Try again.</translation>
    </message>
    <message>
        <source>The SSH agent did not sign for %1: it was locked, or the question was declined, or the hardware key was not touched. Try again.</source>
        <translation>The SSH agent did not sign for %1: it was locked, or the question was declined, or the hardware key was not touched. Try again.</translation>
    </message>
    <message>
        <source>%1 gave up after too many keys. Choose the one key for this server, so that only that one is offered.</source>
        <translation>%1 gave up after too many keys. Choose the one key for this server, so that only that one is offered.</translation>
    </message>
    <message>
        <source>%1 was never seen before, so its host key is not known. Connect to it once and compare the fingerprint with what its owner says.</source>
        <translation>%1 was never seen before, so its host key is not known. Connect to it once and compare the fingerprint with what its owner says.</translation>
    </message>
    <message>
        <source>The host key of %1 was not accepted, so nothing was sent there.</source>
        <translation>The host key of %1 was not accepted, so nothing was sent there.</translation>
    </message>
    <message>
        <source>The host key of %1 is another one than before: it was %3, now it is %2. Either the server was set up anew, or somebody stands between. Nothing was sent. Ask its owner for the fingerprint; only if it is the new one, remove the old key, which is at %4, and connect again.</source>
        <translation>The host key of %1 is another one than before: it was %3, now it is %2. Either the server was set up anew, or somebody stands between. Nothing was sent. Ask its owner for the fingerprint; only if it is the new one, remove the old key, which is at %4, and connect again.</translation>
    </message>
    <message>
        <source>The host key of %1 is marked as revoked in your known hosts. Nothing was sent. Ask the owner of the server for its new key.</source>
        <translation>The host key of %1 is marked as revoked in your known hosts. Nothing was sent. Ask the owner of the server for its new key.</translation>
    </message>
    <message>
        <source>The folder for the shared connections to %1 cannot be used: %2. Check its owner and its permissions.</source>
        <translation>The folder for the shared connections to %1 cannot be used: %2. Check its owner and its permissions.</translation>
    </message>
    <message>
        <source>The path for the shared connection to %1 is too long: %2. Set XDG_RUNTIME_DIR or TMPDIR to a folder with a shorter path.</source>
        <translation>The path for the shared connection to %1 is too long: %2. Set XDG_RUNTIME_DIR or TMPDIR to a folder with a shorter path.</translation>
    </message>
    <message>
        <source>The shared connection to %1 has ended, and nothing was run. Connect again.</source>
        <translation>The shared connection to %1 has ended, and nothing was run. Connect again.</translation>
    </message>
    <message>
        <source>ssh cannot use your configuration, so %1 cannot be reached: %2</source>
        <translation>ssh cannot use your configuration, so %1 cannot be reached: %2</translation>
    </message>
    <message>
        <source>%1 cannot be reached: ssh is not installed on this computer. Install the package openssh-client.</source>
        <translation>%1 cannot be reached: ssh is not installed on this computer. Install the package openssh-client.</translation>
    </message>
    <message>
        <source>Questions about %1 cannot be asked: the program %2 is missing. Install Atalaya again.</source>
        <translation>Questions about %1 cannot be asked: the program %2 is missing. Install Atalaya again.</translation>
    </message>
    <message>
        <source>The account on %1 may not run commands. Use one with a login shell.</source>
        <translation>The account on %1 may not run commands. Use one with a login shell.</translation>
    </message>
    <message>
        <source>%1 did not answer as a shell does. Look whether its login shell prints something or ends at once.</source>
        <translation>%1 did not answer as a shell does. Look whether its login shell prints something or ends at once.</translation>
    </message>
    <message>
        <source>ssh could not connect to %1. Its own words are in the details.</source>
        <translation>ssh could not connect to %1. Its own words are in the details.</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>the server</translation>
    </message>
    <message>
        <source>the jump host of %1</source>
        <translation>the jump host of %1</translation>
    </message>
    <message>
        <source>There is no server of this name in your list.</source>
        <translation>There is no server of this name in your list.</translation>
    </message>
    <message>
        <source>name not found</source>
        <translation>name not found</translation>
    </message>
    <message>
        <source>no route</source>
        <translation>no route</translation>
    </message>
    <message>
        <source>port refused</source>
        <translation>port refused</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>does not answer</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>key refused</translation>
    </message>
    <message>
        <source>host key unknown</source>
        <translation>host key unknown</translation>
    </message>
    <message>
        <source>host key changed</source>
        <translation>host key changed</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>connection lost</translation>
    </message>
    <message>
        <source>no shell</source>
        <translation>no shell</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>not reachable</translation>
    </message>
    <message>
        <source>The server needs a name.</source>
        <translation>The server needs a name.</translation>
    </message>
    <message>
        <source>Another server of your list has this name.</source>
        <translation>Another server of your list has this name.</translation>
    </message>
    <message>
        <source>A name has at most 100 characters, all of them visible.</source>
        <translation>A name has at most 100 characters, all of them visible.</translation>
    </message>
    <message>
        <source>The address of the server is missing.</source>
        <translation>The address of the server is missing.</translation>
    </message>
    <message>
        <source>This is not a name or an address of a computer. It may not begin with “-” nor contain blanks.</source>
        <translation>This is not a name or an address of a computer. It may not begin with “-” nor contain blanks.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>A port is a number from 1 to 65535.</translation>
    </message>
    <message>
        <source>This is not a user name. It may not begin with “-” nor contain blanks.</source>
        <translation>This is not a user name. It may not begin with “-” nor contain blanks.</translation>
    </message>
    <message>
        <source>Give the whole path of the key file, from “/” on.</source>
        <translation>Give the whole path of the key file, from “/” on.</translation>
    </message>
    <message>
        <source>A jump host is written as USER@HOST:PORT, several with commas, and may not begin with “-”.</source>
        <translation>A jump host is written as USER@HOST:PORT, several with commas, and may not begin with “-”.</translation>
    </message>
    <message>
        <source>Give the whole path of a folder on the server, from “/” on.</source>
        <translation>Give the whole path of a folder on the server, from “/” on.</translation>
    </message>
    <message>
        <source>You have never connected to %1 from here. Compare the fingerprint with what its owner says. Is it that server?</source>
        <translation>You have never connected to %1 from here. Compare the fingerprint with what its owner says. Is it that server?</translation>
    </message>
    <message>
        <source>The passphrase was not right. What is that of the key %1?</source>
        <translation>The passphrase was not right. What is that of the key %1?</translation>
    </message>
    <message>
        <source>What is the passphrase of the key %1?</source>
        <translation>What is the passphrase of the key %1?</translation>
    </message>
    <message>
        <source>The password was not right. What is that of %1?</source>
        <translation>The password was not right. What is that of %1?</translation>
    </message>
    <message>
        <source>What is the password of %1?</source>
        <translation>What is the password of %1?</translation>
    </message>
    <message>
        <source>%1 asks for something. These are its own words:</source>
        <translation>%1 asks for something. These are its own words:</translation>
    </message>
    <message>
        <source>What is the PIN of the hardware key %1?</source>
        <translation>What is the PIN of the hardware key %1?</translation>
    </message>
    <message>
        <source>Touch your hardware key to connect to %1.</source>
        <translation>Touch your hardware key to connect to %1.</translation>
    </message>
    <message>
        <source>ssh wants to be sure before it connects to %1. These are its own words:</source>
        <translation>ssh wants to be sure before it connects to %1. These are its own words:</translation>
    </message>
    <message>
        <source>ssh asks for something to connect to %1. These are its own words:</source>
        <translation>ssh asks for something to connect to %1. These are its own words:</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Answer</source>
        <comment>what is typed into a field</comment>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Its clock agrees with that of this computer.</source>
        <translation>Its clock agrees with that of this computer.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln container(s) belong to no stack</source>
        <translation>
            <numerusform>%Ln container belongs to no stack</numerusform>
            <numerusform>%Ln containers belong to no stack</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>Folder: %1</translation>
    </message>
    <message>
        <source>Compose files: %1</source>
        <translation>Compose files: %1</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Stack</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>none</source>
        <comment>services</comment>
        <translation>none</translation>
    </message>
    <message>
        <source>%1 of %2 run</source>
        <comment>services</comment>
        <translation>%1 of %2 run</translation>
    </message>
    <message>
        <source>Stack %1, %2</source>
        <translation>Stack %1, %2</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>Health check</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Restarts</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>%1 (one-off)</source>
        <comment>service</comment>
        <translation>%1 (one-off)</translation>
    </message>
    <message>
        <source>It has no digest: it was never pulled from an image registry nor pushed to one. What runs is %1.</source>
        <translation>It has no digest: it was never pulled from an image registry nor pushed to one. What runs is %1.</translation>
    </message>
    <message>
        <source>Service %1, %2</source>
        <translation>Service %1, %2</translation>
    </message>
    <message>
        <source>Up for %1, load %2</source>
        <translation>Up for %1, load %2</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>connecting</translation>
    </message>
    <message>
        <source>loading</source>
        <comment>a server</comment>
        <translation>loading</translation>
    </message>
    <message>
        <source>no Compose v2</source>
        <translation>no Compose v2</translation>
    </message>
    <message>
        <source>no Docker</source>
        <translation>no Docker</translation>
    </message>
    <message>
        <source>no access to Docker</source>
        <translation>no access to Docker</translation>
    </message>
    <message>
        <source>Docker does not run</source>
        <translation>Docker does not run</translation>
    </message>
    <message>
        <source>being deployed</source>
        <translation>being deployed</translation>
    </message>
    <message>
        <source>not running</source>
        <comment>a stack</comment>
        <translation>not running</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Not connected: %1.</source>
        <translation>Not connected: %1.</translation>
    </message>
    <message>
        <source>Looking at the server…</source>
        <translation>Looking at the server…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its stacks is not well.</source>
        <translation>
            <numerusform>%Ln of its stacks is not well.</numerusform>
            <numerusform>%Ln of its stacks are not well.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is reachable. It has no stacks.</source>
        <translation>It is reachable. It has no stacks.</translation>
    </message>
    <message>
        <source>It is reachable.</source>
        <translation>It is reachable.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its services is not well.</source>
        <translation>
            <numerusform>%Ln of its services is not well.</numerusform>
            <numerusform>%Ln of its services are not well.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of its services run.</source>
        <translation>All of its services run.</translation>
    </message>
    <message>
        <source>Nothing of it runs.</source>
        <translation>Nothing of it runs.</translation>
    </message>
    <message>
        <source>the practice server: a folder of this computer</source>
        <translation>the practice server: a folder of this computer</translation>
    </message>
</context>
<context>
    <name>SituationStrip</name>
    <message>
        <source>Retry deploy</source>
        <translation>Retry deploy</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Roll back</translation>
    </message>
    <message>
        <source>Show the machine</source>
        <translation>Show the machine</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Show the next thing that is wrong</source>
        <translation>Show the next thing that is wrong</translation>
    </message>
    <message>
        <source>Hide this until it happens again</source>
        <translation>Hide this until it happens again</translation>
    </message>
    <message>
        <source>Evidence: %1</source>
        <translation>Evidence: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which of several things</comment>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Roll back to v%1</source>
        <translation>Roll back to v%1</translation>
    </message>
</context>
<context>
    <name>SpanInspector</name>
    <message>
        <source>Part of</source>
        <translation>Part of</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>Select a step to see when it ran, what it waited for and what it told.</source>
        <translation>Select a step to see when it ran, what it waited for and what it told.</translation>
    </message>
    <message>
        <source>Show in the log</source>
        <translation>Show in the log</translation>
    </message>
    <message>
        <source>Log lines of this step</source>
        <translation>Log lines of this step</translation>
    </message>
    <message>
        <source>Details of the step</source>
        <translation>Details of the step</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>duration, the usual one</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Click to copy the request id.</source>
        <translation>Click to copy the request id.</translation>
    </message>
    <message>
        <source>Copy request id %1</source>
        <translation>Copy request id %1</translation>
    </message>
    <message>
        <source>Click to copy the request as a command of curl.</source>
        <translation>Click to copy the request as a command of curl.</translation>
    </message>
    <message>
        <source>Copy request %1 as curl</source>
        <translation>Copy request %1 as curl</translation>
    </message>
</context>
<context>
    <name>SpanTable</name>
    <message>
        <source>Steps of the deployment</source>
        <translation>Steps of the deployment</translation>
    </message>
</context>
<context>
    <name>SpanTableModel</name>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Lane</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Usual</translation>
    </message>
    <message>
        <source>Waited</source>
        <extracomment>How much of the duration was waiting</extracomment>
        <translation>Waited</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Reason</source>
        <extracomment>Why it was skipped or failed, or what it last told</extracomment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Attempt</translation>
    </message>
</context>
<context>
    <name>SshQuestionDialog</name>
    <message>
        <source>It is: &amp;trust it</source>
        <translation>It is: &amp;trust it</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Yes</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation>Connect to %1</translation>
    </message>
    <message>
        <source>Fingerprint of its %1 key:</source>
        <translation>Fingerprint of its %1 key:</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerprint</translation>
    </message>
    <message>
        <source>In the words of ssh and of %1:</source>
        <translation>In the words of ssh and of %1:</translation>
    </message>
    <message>
        <source>&amp;Show what is typed</source>
        <translation>&amp;Show what is typed</translation>
    </message>
    <message>
        <source>Do &amp;not connect</source>
        <translation>Do &amp;not connect</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;No</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>StackFormDialog</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Line %1: %2</translation>
    </message>
    <message>
        <source>Write atalaya.toml into %1</source>
        <translation>Write atalaya.toml into %1</translation>
    </message>
    <message>
        <source>Name of the &amp;stack:</source>
        <translation>Name of the &amp;stack:</translation>
    </message>
    <message>
        <source>Ser&amp;vers, in order:</source>
        <translation>Ser&amp;vers, in order:</translation>
    </message>
    <message>
        <source>names of your list, by commas</source>
        <translation>names of your list, by commas</translation>
    </message>
    <message>
        <source>&amp;Directory there:</source>
        <translation>&amp;Directory there:</translation>
    </message>
    <message>
        <source>&amp;Compose files, in order:</source>
        <translation>&amp;Compose files, in order:</translation>
    </message>
    <message>
        <source>&amp;File of variables:</source>
        <translation>&amp;File of variables:</translation>
    </message>
    <message>
        <source>Service that &amp;migrates:</source>
        <translation>Service that &amp;migrates:</translation>
    </message>
    <message>
        <source>Command of the m&amp;igration:</source>
        <translation>Command of the m&amp;igration:</translation>
    </message>
    <message>
        <source>run once before anything is recreated; none: empty</source>
        <translation>run once before anything is recreated; none: empty</translation>
    </message>
    <message>
        <source>Address to try after&amp;wards:</source>
        <translation>Address to try after&amp;wards:</translation>
    </message>
    <message>
        <source>After a fail&amp;ure:</source>
        <translation>After a fail&amp;ure:</translation>
    </message>
    <message>
        <source>ask whether to roll back</source>
        <translation>ask whether to roll back</translation>
    </message>
    <message>
        <source>roll back by itself</source>
        <translation>roll back by itself</translation>
    </message>
    <message>
        <source>&amp;Production: its name is asked before a deploy</source>
        <translation>&amp;Production: its name is asked before a deploy</translation>
    </message>
    <message>
        <source>The file as it will be:</source>
        <translation>The file as it will be:</translation>
    </message>
    <message>
        <source>The file as it will be</source>
        <translation>The file as it will be</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>Write it</translation>
    </message>
    <message>
        <source>&amp;Backup before a migration:</source>
        <translation>&amp;Backup before a migration:</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Service of the database:</source>
        <translation>Service of the database:</translation>
    </message>
    <message>
        <source>Database:</source>
        <translation>Database:</translation>
    </message>
    <message>
        <source>User of the database:</source>
        <translation>User of the database:</translation>
    </message>
    <message>
        <source>Nothing is wrong with it.</source>
        <translation>Nothing is wrong with it.</translation>
    </message>
    <message>
        <source>The folder has an atalaya.toml by now: it is left as it is.</source>
        <translation>The folder has an atalaya.toml by now: it is left as it is.</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>The file cannot be written: %1</translation>
    </message>
    <message>
        <source>Change atalaya.toml in %1</source>
        <translation>Change atalaya.toml in %1</translation>
    </message>
    <message>
        <source>Address &amp;of its users:</source>
        <translation>Address &amp;of its users:</translation>
    </message>
    <message>
        <source>watched from here during a deploy; none: empty</source>
        <translation>watched from here during a deploy; none: empty</translation>
    </message>
    <message>
        <source>a command of its own</source>
        <translation>a command of its own</translation>
    </message>
    <message>
        <source>The file cannot be changed in place: %1</source>
        <translation>The file cannot be changed in place: %1</translation>
    </message>
    <message>
        <source>atalaya.toml was changed meanwhile: it is left as it is.</source>
        <translation>atalaya.toml was changed meanwhile: it is left as it is.</translation>
    </message>
</context>
<context>
    <name>StackLinkDialog</name>
    <message>
        <source>Link %1 to a folder</source>
        <translation>Link %1 to a folder</translation>
    </message>
    <message>
        <source>Choose the &amp;folder…</source>
        <translation>Choose the &amp;folder…</translation>
    </message>
    <message>
        <source>&amp;Write atalaya.toml…</source>
        <translation>&amp;Write atalaya.toml…</translation>
    </message>
    <message>
        <source>&amp;Unlink</source>
        <translation>&amp;Unlink</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>What atalaya.toml says, and what is wrong with it</source>
        <translation>What atalaya.toml says, and what is wrong with it</translation>
    </message>
    <message>
        <source>%1 is deployed with %2.</source>
        <translation>%1 is deployed with %2.</translation>
    </message>
    <message>
        <source>A stack is deployed from the folder of its project, as the atalaya.toml there says. %1 is not linked yet: it is only watched.</source>
        <translation>A stack is deployed from the folder of its project, as the atalaya.toml there says. %1 is not linked yet: it is only watched.</translation>
    </message>
    <message>
        <source>Folder of the project</source>
        <translation>Folder of the project</translation>
    </message>
    <message>
        <source>There is no atalaya.toml in %1. It can be written here, question by question.</source>
        <translation>There is no atalaya.toml in %1. It can be written here, question by question.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 cannot be read: %2</translation>
    </message>
    <message>
        <source>Stack: %1</source>
        <translation>Stack: %1</translation>
    </message>
    <message>
        <source>Servers, in order: %1</source>
        <translation>Servers, in order: %1</translation>
    </message>
    <message>
        <source>Directory on the servers: %1</source>
        <translation>Directory on the servers: %1</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Line %1: %2</translation>
    </message>
    <message>
        <source>What %1 says:</source>
        <translation>What %1 says:</translation>
    </message>
    <message>
        <source>This file does not name the server %1: a deploy would not go there.</source>
        <translation>This file does not name the server %1: a deploy would not go there.</translation>
    </message>
    <message>
        <source>This file is about another stack: %1.</source>
        <translation>This file is about another stack: %1.</translation>
    </message>
    <message>
        <source>Change ata&amp;laya.toml…</source>
        <translation>Change ata&amp;laya.toml…</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Watch your deploys from here</source>
        <translation>Watch your deploys from here</translation>
    </message>
    <message>
        <source>Connect Fly.io…</source>
        <translation>Connect Fly.io…</translation>
    </message>
    <message>
        <source>Log in with the browser, paste a token, or use one that is on this computer. What it may do is shown before it is kept.</source>
        <translation>Log in with the browser, paste a token, or use one that is on this computer. What it may do is shown before it is kept.</translation>
    </message>
    <message>
        <source>Try it now</source>
        <translation>Try it now</translation>
    </message>
    <message>
        <source>A token is sent to Fly.io and nowhere else. It is kept in the keychain of this desktop or where you say, and never in a log.</source>
        <translation>A token is sent to Fly.io and nowhere else. It is kept in the keychain of this desktop or where you say, and never in a log.</translation>
    </message>
    <message>
        <source>Opens the sandbox: apps that run on this computer only. It needs no account and no network, and nothing in it can break.</source>
        <translation>Opens the sandbox: apps that run on this computer only. It needs no account and no network, and nothing in it can break.</translation>
    </message>
    <message>
        <source>Atalaya deploys to Fly.io, shows every phase as it happens, says why it failed, and looks at what is really running afterwards. It watches your own servers and their compose stacks, too.</source>
        <translation>Atalaya deploys to Fly.io, shows every phase as it happens, says why it failed, and looks at what is really running afterwards. It watches your own servers and their compose stacks, too.</translation>
    </message>
    <message>
        <source>Add a server…</source>
        <translation>Add a server…</translation>
    </message>
    <message>
        <source>One that you reach by SSH: an alias of ~/.ssh/config, or by hand. Your own ssh connects, with your keys; its containers and stacks appear in the fleet.</source>
        <translation>One that you reach by SSH: an alias of ~/.ssh/config, or by hand. Your own ssh connects, with your keys; its containers and stacks appear in the fleet.</translation>
    </message>
</context>
<context>
    <name>StatePages</name>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copy details</translation>
    </message>
</context>
<context>
    <name>TargetHeader</name>
    <message numerus="yes">
        <source>%Ln machine(s)</source>
        <translation>
            <numerusform>%Ln machine</numerusform>
            <numerusform>%Ln machines</numerusform>
        </translation>
    </message>
    <message>
        <source>v%1</source>
        <comment>release</comment>
        <translation>v%1</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <translation>last seen %1</translation>
    </message>
    <message>
        <source>Looking at the app…</source>
        <translation>Looking at the app…</translation>
    </message>
    <message>
        <source>The app is %1. No deployment of it is on record here.</source>
        <translation>The app is %1. No deployment of it is on record here.</translation>
    </message>
    <message>
        <source>Deployment #%1 was interrupted.</source>
        <translation>Deployment #%1 was interrupted.</translation>
    </message>
    <message>
        <source>Deployment #%1 is run by %2.</source>
        <translation>Deployment #%1 is run by %2.</translation>
    </message>
    <message>
        <source>%1 (Ctrl+Return)</source>
        <translation>%1 (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Copy as flyctl</source>
        <translation>Copy as flyctl</translation>
    </message>
    <message>
        <source>This is production: ask for its name</source>
        <translation>This is production: ask for its name</translation>
    </message>
    <message>
        <source>Deploy…</source>
        <translation>Deploy…</translation>
    </message>
    <message>
        <source>Deploy another image…</source>
        <translation>Deploy another image…</translation>
    </message>
    <message>
        <source>Retry deploy</source>
        <translation>Retry deploy</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Roll back to v%1</source>
        <translation>Roll back to v%1</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Roll back</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Ask it to cancel</source>
        <translation>Ask it to cancel</translation>
    </message>
    <message>
        <source>Fly.io cannot be reached: nothing can be changed now.</source>
        <translation>Fly.io cannot be reached: nothing can be changed now.</translation>
    </message>
    <message>
        <source>Nothing has been seen of this app yet.</source>
        <translation>Nothing has been seen of this app yet.</translation>
    </message>
    <message>
        <source>several releases</source>
        <translation>several releases</translation>
    </message>
    <message>
        <source>Roll back to another release…</source>
        <translation>Roll back to another release…</translation>
    </message>
    <message>
        <source>The account is switched to read-only: nothing is changed with it.</source>
        <translation>The account is switched to read-only: nothing is changed with it.</translation>
    </message>
    <message>
        <source>This is what was last known. Nothing can be changed until Fly.io has answered.</source>
        <translation>This is what was last known. Nothing can be changed until Fly.io has answered.</translation>
    </message>
    <message>
        <source>State when it was last seen: %1. Fly.io has not answered yet.</source>
        <translation>State when it was last seen: %1. Fly.io has not answered yet.</translation>
    </message>
    <message>
        <source>Its machines run several versions. No deployment of it is on record here.</source>
        <translation>Its machines run several versions. No deployment of it is on record here.</translation>
    </message>
    <message numerus="yes">
        <source>What it left was changed since then: v%1 runs on %Ln machine(s) now.</source>
        <translation>
            <numerusform>What it left was changed since then: v%1 runs on %Ln machine now.</numerusform>
            <numerusform>What it left was changed since then: v%1 runs on %Ln machines now.</numerusform>
        </translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>a server</comment>
        <translation>on %1</translation>
    </message>
    <message>
        <source>seen %1</source>
        <translation>seen %1</translation>
    </message>
    <message>
        <source>None of the servers of your list has this stack.</source>
        <translation>None of the servers of your list has this stack.</translation>
    </message>
    <message>
        <source>%1 No deployment of it is on record here.</source>
        <translation>%1 No deployment of it is on record here.</translation>
    </message>
    <message>
        <source>The server is switched to read-only: nothing is changed on it.</source>
        <translation>The server is switched to read-only: nothing is changed on it.</translation>
    </message>
</context>
<context>
    <name>TargetPanel</name>
    <message>
        <source>Deployments</source>
        <translation>Deployments</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Views of the app</source>
        <translation>Views of the app</translation>
    </message>
    <message>
        <source>Choose an app in the fleet.</source>
        <translation>Choose an app in the fleet.</translation>
    </message>
    <message>
        <source>Ctrl+1 goes there; typing narrows it.</source>
        <translation>Ctrl+1 goes there; typing narrows it.</translation>
    </message>
    <message>
        <source>Deploy another image</source>
        <translation>Deploy another image</translation>
    </message>
    <message>
        <source>Reference of an image that the registry has:</source>
        <translation>Reference of an image that the registry has:</translation>
    </message>
    <message>
        <source>Cancel the deployment</source>
        <translation>Cancel the deployment</translation>
    </message>
    <message>
        <source>Ask %1 to cancel this deployment?</source>
        <translation>Ask %1 to cancel this deployment?</translation>
    </message>
    <message>
        <source>Cancel this deployment?</source>
        <translation>Cancel this deployment?</translation>
    </message>
    <message>
        <source>What is being changed is finished, leases are released, and what was and was not changed is told. Machines that are updated already stay as they are.</source>
        <translation>What is being changed is finished, leases are released, and what was and was not changed is told. Machines that are updated already stay as they are.</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>Let it run</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Cancel it</translation>
    </message>
    <message>
        <source>Roll back to another release</source>
        <translation>Roll back to another release</translation>
    </message>
    <message>
        <source>Number of the release, as in v41:</source>
        <translation>Number of the release, as in v41:</translation>
    </message>
    <message>
        <source>“%1” is not the number of a release.</source>
        <translation>“%1” is not the number of a release.</translation>
    </message>
    <message>
        <source>Views of the stack</source>
        <translation>Views of the stack</translation>
    </message>
    <message>
        <source>The step that runs on the servers is finished; then it is undone or asked about, as atalaya.toml says. What was and was not changed is told.</source>
        <translation>The step that runs on the servers is finished; then it is undone or asked about, as atalaya.toml says. What was and was not changed is told.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>failed after %1</source>
        <translation>failed after %1</translation>
    </message>
    <message>
        <source>stopped after %1</source>
        <translation>stopped after %1</translation>
    </message>
    <message>
        <source>unknown after %1</source>
        <translation>unknown after %1</translation>
    </message>
    <message>
        <source>failed after %1 (usually %2)</source>
        <translation>failed after %1 (usually %2)</translation>
    </message>
    <message>
        <source>%1 (usually %2)</source>
        <translation>%1 (usually %2)</translation>
    </message>
    <message>
        <source>%1 of usually %2</source>
        <translation>%1 of usually %2</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>usually %1</translation>
    </message>
    <message>
        <source>%1 It took %2.</source>
        <comment>how it ended (a sentence), how long it took</comment>
        <translation>%1 It took %2.</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>not reached</translation>
    </message>
    <message>
        <source>Attempt %1: %2</source>
        <comment>number, kind</comment>
        <translation>Attempt %1: %2</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <comment>machines done of all</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>expected %1</source>
        <comment>end of the deployment, at the time axis</comment>
        <translation>expected %1</translation>
    </message>
    <message>
        <source>%1, skipped: %2</source>
        <comment>a step, why</comment>
        <translation>%1, skipped: %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>a step, its duration, its state</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>build stage %1, %2, %3, %4</source>
        <comment>lane, step, duration, state</comment>
        <translation>build stage %1, %2, %3, %4</translation>
    </message>
    <message>
        <source>machine %1, %2, %3, %4</source>
        <comment>lane, step, duration, state</comment>
        <translation>machine %1, %2, %3, %4</translation>
    </message>
    <message>
        <source>expected at %1</source>
        <comment>a step that has not begun</comment>
        <translation>expected at %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>times of the day</comment>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>time of the day</comment>
        <translation>since %1</translation>
    </message>
    <message>
        <source>usually %1, seldom more than %2</source>
        <translation>usually %1, seldom more than %2</translation>
    </message>
    <message>
        <source>request %1</source>
        <translation>request %1</translation>
    </message>
    <message>
        <source>interrupted after %1</source>
        <translation>interrupted after %1</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4</source>
        <comment>service or server, step, duration, state</comment>
        <translation>%1: %2, %3, %4</translation>
    </message>
</context>
<context>
    <name>TokenKeepingPage</name>
    <message>
        <source>It opens with your session; nothing else has to be typed.</source>
        <translation>It opens with your session; nothing else has to be typed.</translation>
    </message>
    <message>
        <source>It is locked: the desktop asks for its password.</source>
        <translation>It is locked: the desktop asks for its password.</translation>
    </message>
    <message>
        <source>This desktop has none that can be used now. Choose one of the others.</source>
        <translation>This desktop has none that can be used now. Choose one of the others.</translation>
    </message>
    <message>
        <source>&amp;Name of the account here:</source>
        <translation>&amp;Name of the account here:</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Name of the account</translation>
    </message>
    <message>
        <source>&amp;Read only</source>
        <translation>&amp;Read only</translation>
    </message>
    <message>
        <source>Every write with this account is refused before it leaves. It can be switched later.</source>
        <translation>Every write with this account is refused before it leaves. It can be switched later.</translation>
    </message>
    <message>
        <source>Where the token is kept:</source>
        <translation>Where the token is kept:</translation>
    </message>
    <message>
        <source>In the &amp;keychain of this desktop</source>
        <translation>In the &amp;keychain of this desktop</translation>
    </message>
    <message>
        <source>In the encrypted &amp;file that is there</source>
        <translation>In the encrypted &amp;file that is there</translation>
    </message>
    <message>
        <source>In an encrypted &amp;file that a password opens</source>
        <translation>In an encrypted &amp;file that a password opens</translation>
    </message>
    <message>
        <source>Its password</source>
        <translation>Its password</translation>
    </message>
    <message numerus="yes">
        <source>Password, %Ln character(s) or more</source>
        <translation>
            <numerusform>Password, %Ln character or more</numerusform>
            <numerusform>Password, %Ln characters or more</numerusform>
        </translation>
    </message>
    <message>
        <source>Password of the encrypted file</source>
        <translation>Password of the encrypted file</translation>
    </message>
    <message>
        <source>The password again</source>
        <translation>The password again</translation>
    </message>
    <message>
        <source>Password of the encrypted file, again</source>
        <translation>Password of the encrypted file, again</translation>
    </message>
    <message>
        <source>For this &amp;session only: it is forgotten when the window closes</source>
        <translation>For this &amp;session only: it is forgotten when the window closes</translation>
    </message>
</context>
<context>
    <name>TokenSourcePage</name>
    <message>
        <source>Log in with the &amp;browser</source>
        <translation>Log in with the &amp;browser</translation>
    </message>
    <message>
        <source>A page of Fly.io opens. The token that it gives may do everything that you may do.</source>
        <translation>A page of Fly.io opens. The token that it gives may do everything that you may do.</translation>
    </message>
    <message>
        <source>&amp;Paste a token</source>
        <translation>&amp;Paste a token</translation>
    </message>
    <message>
        <source>FlyV1 fm2_…</source>
        <translation>FlyV1 fm2_…</translation>
    </message>
    <message>
        <source>Token of Fly.io</source>
        <translation>Token of Fly.io</translation>
    </message>
    <message>
        <source>One with limits is made by “%1” for an organisation, or “%2” for one app.</source>
        <translation>One with limits is made by “%1” for an organisation, or “%2” for one app.</translation>
    </message>
    <message>
        <source>A token that another program has on this computer is read each time it is needed, and is not copied.</source>
        <translation>A token that another program has on this computer is read each time it is needed, and is not copied.</translation>
    </message>
    <message>
        <source>The one in the variable %1</source>
        <translation>The one in the variable %1</translation>
    </message>
    <message>
        <source>The one that flyctl uses</source>
        <translation>The one that flyctl uses</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Menu (%1)</source>
        <translation>Menu (%1)</translation>
    </message>
    <message>
        <source>Ctrl+K  search or run a command</source>
        <translation>Ctrl+K  search or run a command</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Search or run a command</translation>
    </message>
    <message>
        <source>Search or run a command (Ctrl+K)</source>
        <translation>Search or run a command (Ctrl+K)</translation>
    </message>
    <message>
        <source>sandbox</source>
        <translation>sandbox</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>no account</source>
        <translation>no account</translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln account</numerusform>
            <numerusform>%Ln accounts</numerusform>
        </translation>
    </message>
    <message>
        <source>Account state: %1</source>
        <translation>Account state: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln server(s)</source>
        <translation>
            <numerusform>%Ln server</numerusform>
            <numerusform>%Ln servers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrustDialog</name>
    <message>
        <source>What %1 runs on your servers</source>
        <translation>What %1 runs on your servers</translation>
    </message>
    <message>
        <source>What is different:</source>
        <translation>What is different:</translation>
    </message>
    <message>
        <source>All that it runs:</source>
        <translation>All that it runs:</translation>
    </message>
    <message>
        <source>Commands that are different</source>
        <translation>Commands that are different</translation>
    </message>
    <message>
        <source>Commands of the project</source>
        <translation>Commands of the project</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>a difference</comment>
        <translation>Change</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>They run on your servers as the user that ssh connects as. Whenever one of them changes, this is asked again.</source>
        <translation>They run on your servers as the user that ssh connects as. Whenever one of them changes, this is asked again.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>&amp;Trust them</source>
        <translation>&amp;Trust them</translation>
    </message>
    <message>
        <source>Trust them</source>
        <translation>Trust them</translation>
    </message>
    <message>
        <source>It runs no command of its own: only docker compose, with its files.</source>
        <translation>It runs no command of its own: only docker compose, with its files.</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>Search or run a command</source>
        <translation>Search or run a command</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Go to the fleet</source>
        <translation>Go to the fleet</translation>
    </message>
    <message>
        <source>Filter the fleet</source>
        <translation>Filter the fleet</translation>
    </message>
    <message>
        <source>Look at everything again</source>
        <translation>Look at everything again</translation>
    </message>
    <message>
        <source>Go to the deployments</source>
        <translation>Go to the deployments</translation>
    </message>
    <message>
        <source>Go to the chart</source>
        <translation>Go to the chart</translation>
    </message>
    <message>
        <source>Go to the log</source>
        <translation>Go to the log</translation>
    </message>
    <message>
        <source>Go to the overview</source>
        <translation>Go to the overview</translation>
    </message>
    <message>
        <source>Show or hide earlier activity</source>
        <translation>Show or hide earlier activity</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Find in the log</translation>
    </message>
    <message>
        <source>Switch between chart and table</source>
        <translation>Switch between chart and table</translation>
    </message>
    <message>
        <source>Fit the whole deployment</source>
        <translation>Fit the whole deployment</translation>
    </message>
    <message>
        <source>Save the chart as a picture…</source>
        <translation>Save the chart as a picture…</translation>
    </message>
    <message>
        <source>Copy as flyctl</source>
        <translation>Copy as flyctl</translation>
    </message>
    <message>
        <source>Deploy…</source>
        <translation>Deploy…</translation>
    </message>
    <message>
        <source>Deploy another image…</source>
        <translation>Deploy another image…</translation>
    </message>
    <message>
        <source>Retry deploy</source>
        <translation>Retry deploy</translation>
    </message>
    <message>
        <source>Resume the deployment</source>
        <translation>Resume the deployment</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Roll back</translation>
    </message>
    <message>
        <source>Cancel the deployment</source>
        <translation>Cancel the deployment</translation>
    </message>
    <message>
        <source>Ask the other program to cancel</source>
        <translation>Ask the other program to cancel</translation>
    </message>
    <message>
        <source>Do what is sensible now</source>
        <translation>Do what is sensible now</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>More actions</translation>
    </message>
    <message>
        <source>Switch between English and Spanish</source>
        <translation>Switch between English and Spanish</translation>
    </message>
    <message>
        <source>Light or dark as the desktop</source>
        <translation>Light or dark as the desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>Switch between light and dark</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Less motion</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Roll back to another release…</source>
        <translation>Roll back to another release…</translation>
    </message>
    <message>
        <source>Decide what to do about the deployment</source>
        <translation>Decide what to do about the deployment</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>The machine was stopped: out of memory</source>
        <translation>The machine was stopped: out of memory</translation>
    </message>
    <message>
        <source>The machine was ended by signal %1</source>
        <translation>The machine was ended by signal %1</translation>
    </message>
    <message>
        <source>The machine exited with code %1</source>
        <translation>The machine exited with code %1</translation>
    </message>
    <message>
        <source>pre-deploy checks</source>
        <translation>pre-deploy checks</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>backup</translation>
    </message>
    <message>
        <source>build</source>
        <translation>build</translation>
    </message>
    <message>
        <source>push</source>
        <translation>push</translation>
    </message>
    <message>
        <source>upload</source>
        <translation>upload</translation>
    </message>
    <message>
        <source>release command</source>
        <translation>release command</translation>
    </message>
    <message>
        <source>update</source>
        <translation>update</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>verify</translation>
    </message>
    <message>
        <source>clean-up</source>
        <translation>clean-up</translation>
    </message>
    <message>
        <source>Look at what runs now</source>
        <translation>Look at what runs now</translation>
    </message>
    <message>
        <source>Check the plan</source>
        <translation>Check the plan</translation>
    </message>
    <message>
        <source>Find the image</source>
        <translation>Find the image</translation>
    </message>
    <message>
        <source>Build the image</source>
        <translation>Build the image</translation>
    </message>
    <message>
        <source>Build stage</source>
        <translation>Build stage</translation>
    </message>
    <message>
        <source>Push the image</source>
        <translation>Push the image</translation>
    </message>
    <message>
        <source>Create the release</source>
        <translation>Create the release</translation>
    </message>
    <message>
        <source>Acquire leases</source>
        <translation>Acquire leases</translation>
    </message>
    <message>
        <source>Acquire lease</source>
        <translation>Acquire lease</translation>
    </message>
    <message>
        <source>Release command</source>
        <translation>Release command</translation>
    </message>
    <message>
        <source>Prepare its machine</source>
        <translation>Prepare its machine</translation>
    </message>
    <message>
        <source>Run the command</source>
        <translation>Run the command</translation>
    </message>
    <message>
        <source>Update machine</source>
        <translation>Update machine</translation>
    </message>
    <message>
        <source>Look at what runs afterwards</source>
        <translation>Look at what runs afterwards</translation>
    </message>
    <message>
        <source>Release leases</source>
        <translation>Release leases</translation>
    </message>
    <message>
        <source>Close the release</source>
        <translation>Close the release</translation>
    </message>
    <message>
        <source>Remove the release command&apos;s machine</source>
        <translation>Remove the release command&apos;s machine</translation>
    </message>
    <message>
        <source>Update machine %1</source>
        <translation>Update machine %1</translation>
    </message>
    <message>
        <source>survey</source>
        <extracomment>Short, inside a bar of the chart: looking at what runs now</extracomment>
        <translation>survey</translation>
    </message>
    <message>
        <source>plan</source>
        <extracomment>Short, inside a bar of the chart: checking the plan</extracomment>
        <translation>plan</translation>
    </message>
    <message>
        <source>image</source>
        <extracomment>Short, inside a bar of the chart: finding the image</extracomment>
        <translation>image</translation>
    </message>
    <message>
        <source>release</source>
        <extracomment>Short, inside a bar of the chart: the release is created or closed</extracomment>
        <translation>release</translation>
    </message>
    <message>
        <source>lease</source>
        <extracomment>Short, inside a bar of the chart: a machine&apos;s lease is acquired</extracomment>
        <translation>lease</translation>
    </message>
    <message>
        <source>leases</source>
        <extracomment>Short, inside a bar of the chart: leases are acquired or released</extracomment>
        <translation>leases</translation>
    </message>
    <message>
        <source>run</source>
        <extracomment>Short, inside a bar of the chart: the release command runs</extracomment>
        <translation>run</translation>
    </message>
    <message>
        <source>prepare</source>
        <extracomment>Short, inside a bar of the chart: the release command&apos;s machine is made ready</extracomment>
        <translation>prepare</translation>
    </message>
    <message>
        <source>remove</source>
        <extracomment>Short, inside a bar of the chart: the release command&apos;s machine is removed</extracomment>
        <translation>remove</translation>
    </message>
    <message>
        <source>work</source>
        <translation>work</translation>
    </message>
    <message>
        <source>wait for lease</source>
        <translation>wait for lease</translation>
    </message>
    <message>
        <source>wait for API budget</source>
        <translation>wait for API budget</translation>
    </message>
    <message>
        <source>wait for its turn</source>
        <translation>wait for its turn</translation>
    </message>
    <message>
        <source>pull</source>
        <translation>pull</translation>
    </message>
    <message>
        <source>start</source>
        <translation>start</translation>
    </message>
    <message>
        <source>grace</source>
        <translation>grace</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>checks</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>switch</translation>
    </message>
    <message>
        <source>drain</source>
        <translation>drain</translation>
    </message>
    <message>
        <source>running</source>
        <translation>running</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>succeeded</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>failed</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>stopped</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>skipped</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrupted</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>warning</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>rolled back</translation>
    </message>
    <message>
        <source>%1 holds the lease until %2</source>
        <translation>%1 holds the lease until %2</translation>
    </message>
    <message>
        <source>Waits %1 for the API budget</source>
        <translation>Waits %1 for the API budget</translation>
    </message>
    <message>
        <source>%1 of %2 health checks pass</source>
        <translation>%1 of %2 health checks pass</translation>
    </message>
    <message>
        <source>Health check %1 says: %2</source>
        <translation>Health check %1 says: %2</translation>
    </message>
    <message>
        <source>The machine is %1</source>
        <translation>The machine is %1</translation>
    </message>
    <message>
        <source>Tried again after: %1</source>
        <translation>Tried again after: %1</translation>
    </message>
    <message>
        <source>The command runs on machine %1</source>
        <translation>The command runs on machine %1</translation>
    </message>
    <message>
        <source>Found and taken over: %1</source>
        <translation>Found and taken over: %1</translation>
    </message>
    <message>
        <source>reused %1</source>
        <translation>reused %1</translation>
    </message>
    <message>
        <source>already right</source>
        <translation>already right</translation>
    </message>
    <message>
        <source>succeeded before</source>
        <translation>succeeded before</translation>
    </message>
    <message>
        <source>succeeded on %1</source>
        <translation>succeeded on %1</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>there is none</translation>
    </message>
    <message>
        <source>stays %1</source>
        <translation>stays %1</translation>
    </message>
    <message>
        <source>goes on with v%1</source>
        <translation>goes on with v%1</translation>
    </message>
    <message>
        <source>its server cannot be reached</source>
        <translation>its server cannot be reached</translation>
    </message>
    <message>
        <source>only labels differ</source>
        <translation>only labels differ</translation>
    </message>
    <message>
        <source>not known whether it ended</source>
        <translation>not known whether it ended</translation>
    </message>
    <message>
        <source>created</source>
        <comment>machine</comment>
        <translation>created</translation>
    </message>
    <message>
        <source>being created</source>
        <comment>machine</comment>
        <translation>being created</translation>
    </message>
    <message>
        <source>starting</source>
        <comment>machine</comment>
        <translation>starting</translation>
    </message>
    <message>
        <source>started</source>
        <comment>machine</comment>
        <translation>started</translation>
    </message>
    <message>
        <source>stopping</source>
        <comment>machine</comment>
        <translation>stopping</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>machine</comment>
        <translation>stopped</translation>
    </message>
    <message>
        <source>restarting</source>
        <comment>machine</comment>
        <translation>restarting</translation>
    </message>
    <message>
        <source>being suspended</source>
        <comment>machine</comment>
        <translation>being suspended</translation>
    </message>
    <message>
        <source>suspended</source>
        <comment>machine</comment>
        <translation>suspended</translation>
    </message>
    <message>
        <source>being updated</source>
        <comment>machine</comment>
        <translation>being updated</translation>
    </message>
    <message>
        <source>being replaced</source>
        <comment>machine</comment>
        <translation>being replaced</translation>
    </message>
    <message>
        <source>replaced</source>
        <comment>machine</comment>
        <translation>replaced</translation>
    </message>
    <message>
        <source>moved to another host</source>
        <comment>machine</comment>
        <translation>moved to another host</translation>
    </message>
    <message>
        <source>not launched</source>
        <comment>machine</comment>
        <translation>not launched</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>machine</comment>
        <translation>failed</translation>
    </message>
    <message>
        <source>being destroyed</source>
        <comment>machine</comment>
        <translation>being destroyed</translation>
    </message>
    <message>
        <source>destroyed</source>
        <comment>machine</comment>
        <translation>destroyed</translation>
    </message>
    <message>
        <source>in an unknown state</source>
        <comment>machine</comment>
        <translation>in an unknown state</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>healthy</translation>
    </message>
    <message>
        <source>in progress</source>
        <extracomment>An app on which a deployment runs, or a machine that is changing</extracomment>
        <translation>in progress</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>degraded</translation>
    </message>
    <message>
        <source>Too many requests for Fly.io&apos;s limit. It may go on in %1.</source>
        <translation>Too many requests for Fly.io&apos;s limit. It may go on in %1.</translation>
    </message>
    <message>
        <source>Too many requests for Fly.io&apos;s limit. It may go on in a moment.</source>
        <translation>Too many requests for Fly.io&apos;s limit. It may go on in a moment.</translation>
    </message>
    <message>
        <source>The region has no room for the machine now. Try again later, or in another region.</source>
        <translation>The region has no room for the machine now. Try again later, or in another region.</translation>
    </message>
    <message>
        <source>Fly.io refused the request. Sending it again changes nothing.</source>
        <translation>Fly.io refused the request. Sending it again changes nothing.</translation>
    </message>
    <message>
        <source>Fly.io refused the request: %1</source>
        <translation>Fly.io refused the request: %1</translation>
    </message>
    <message>
        <source>It was stopped before an answer came. What it did is not known until it is looked at.</source>
        <translation>It was stopped before an answer came. What it did is not known until it is looked at.</translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation>No answer came in time.</translation>
    </message>
    <message>
        <source>It took too long: %1</source>
        <translation>It took too long: %1</translation>
    </message>
    <message>
        <source>No connection to Fly.io. Check the network; it is tried again by itself.</source>
        <translation>No connection to Fly.io. Check the network; it is tried again by itself.</translation>
    </message>
    <message>
        <source>The token is missing, wrong or expired. Give a new one for this account.</source>
        <translation>The token is missing, wrong or expired. Give a new one for this account.</translation>
    </message>
    <message>
        <source>The token is good, but does not allow this. Use one with wider rights.</source>
        <translation>The token is good, but does not allow this. Use one with wider rights.</translation>
    </message>
    <message>
        <source>It does not exist there any more. Somebody may have removed it.</source>
        <translation>It does not exist there any more. Somebody may have removed it.</translation>
    </message>
    <message>
        <source>Somebody else holds the lease. Wait until it ends.</source>
        <translation>Somebody else holds the lease. Wait until it ends.</translation>
    </message>
    <message>
        <source>Somebody else is working on it: %1</source>
        <translation>Somebody else is working on it: %1</translation>
    </message>
    <message>
        <source>It has changed since it was looked at. Look again, then repeat.</source>
        <translation>It has changed since it was looked at. Look again, then repeat.</translation>
    </message>
    <message>
        <source>Fly.io has trouble of its own now. Try again in a moment.</source>
        <translation>Fly.io has trouble of its own now. Try again in a moment.</translation>
    </message>
    <message>
        <source>The answer could not be understood: %1</source>
        <translation>The answer could not be understood: %1</translation>
    </message>
    <message>
        <source>It ended with a failure: %1</source>
        <translation>It ended with a failure: %1</translation>
    </message>
    <message>
        <source>The journal could not be written or read: %1</source>
        <translation>The journal could not be written or read: %1</translation>
    </message>
    <message>
        <source>The disk is full. Make room; a deploy does not start without its journal.</source>
        <translation>The disk is full. Make room; a deploy does not start without its journal.</translation>
    </message>
    <message>
        <source>There is a mistake in the input: %1</source>
        <translation>There is a mistake in the input: %1</translation>
    </message>
    <message>
        <source>A mistake of this program: %1</source>
        <translation>A mistake of this program: %1</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>no answer in time</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>token missing or expired</source>
        <translation>token missing or expired</translation>
    </message>
    <message>
        <source>token not allowed to do this</source>
        <translation>token not allowed to do this</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>not found</translation>
    </message>
    <message>
        <source>held by somebody else</source>
        <translation>held by somebody else</translation>
    </message>
    <message>
        <source>changed meanwhile</source>
        <translation>changed meanwhile</translation>
    </message>
    <message>
        <source>API budget used up</source>
        <translation>API budget used up</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>Fly.io has trouble</source>
        <translation>Fly.io has trouble</translation>
    </message>
    <message>
        <source>answer not understood</source>
        <translation>answer not understood</translation>
    </message>
    <message>
        <source>ended with a failure</source>
        <translation>ended with a failure</translation>
    </message>
    <message>
        <source>journal not usable</source>
        <translation>journal not usable</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>disk full</translation>
    </message>
    <message>
        <source>mistake in the input</source>
        <translation>mistake in the input</translation>
    </message>
    <message>
        <source>a mistake of this program</source>
        <translation>a mistake of this program</translation>
    </message>
    <message>
        <source>Leave machine %1: %2</source>
        <translation>Leave machine %1: %2</translation>
    </message>
    <message>
        <source>No release command %1: %2</source>
        <translation>No release command %1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a step and why it is skipped</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Update machine %1 in %2 and leave it %3</source>
        <translation>Update machine %1 in %2 and leave it %3</translation>
    </message>
    <message>
        <source>Set the labels of machine %1 in %2; it is not restarted</source>
        <translation>Set the labels of machine %1 in %2; it is not restarted</translation>
    </message>
    <message>
        <source>Update machine %1 in %2</source>
        <translation>Update machine %1 in %2</translation>
    </message>
    <message>
        <source>Reuse image %1; nothing is built</source>
        <translation>Reuse image %1; nothing is built</translation>
    </message>
    <message>
        <source>Go on with release v%1</source>
        <translation>Go on with release v%1</translation>
    </message>
    <message>
        <source>Find image %1</source>
        <translation>Find image %1</translation>
    </message>
    <message numerus="yes">
        <source>Take the lease of %Ln machine(s)</source>
        <translation>
            <numerusform>Take the lease of %Ln machine</numerusform>
            <numerusform>Take the lease of %Ln machines</numerusform>
        </translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Run %1</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>updated</translation>
    </message>
    <message>
        <source>updated, stays %1</source>
        <translation>updated, stays %1</translation>
    </message>
    <message>
        <source>only labels, not restarted</source>
        <translation>only labels, not restarted</translation>
    </message>
    <message>
        <source>already right, not touched</source>
        <translation>already right, not touched</translation>
    </message>
    <message>
        <source>There is one machine only: users notice while it is replaced.</source>
        <translation>There is one machine only: users notice while it is replaced.</translation>
    </message>
    <message>
        <source>There are no health checks: a machine counts as good once it has started.</source>
        <translation>There are no health checks: a machine counts as good once it has started.</translation>
    </message>
    <message>
        <source>Machine %1 is held by %2 until %3. The deploy waits for it.</source>
        <translation>Machine %1 is held by %2 until %3. The deploy waits for it.</translation>
    </message>
    <message>
        <source>Not healthy before the deploy: %1.</source>
        <translation>Not healthy before the deploy: %1.</translation>
    </message>
    <message>
        <source>fly.toml has changed since the recorded attempt. The recorded one is used.</source>
        <translation>fly.toml has changed since the recorded attempt. The recorded one is used.</translation>
    </message>
    <message>
        <source>The computer under machine %1 cannot be reached; it is left as it is.</source>
        <translation>The computer under machine %1 cannot be reached; it is left as it is.</translation>
    </message>
    <message>
        <source>The machines run different versions now: %1.</source>
        <translation>The machines run different versions now: %1.</translation>
    </message>
    <message>
        <source>Secrets have changed since the last attempt; the machines get the new ones.</source>
        <translation>Secrets have changed since the last attempt; the machines get the new ones.</translation>
    </message>
    <message>
        <source>No interruption: machines are updated one after another, the others serve.</source>
        <translation>No interruption: machines are updated one after another, the others serve.</translation>
    </message>
    <message>
        <source>A brief interruption is possible.</source>
        <translation>A brief interruption is possible.</translation>
    </message>
    <message>
        <source>The app is down while its only machine is replaced.</source>
        <translation>The app is down while its only machine is replaced.</translation>
    </message>
    <message>
        <source>The app is down for a part of the deploy.</source>
        <translation>The app is down for a part of the deploy.</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Deploy</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Roll back</translation>
    </message>
    <message>
        <source>pending</source>
        <comment>release</comment>
        <translation>pending</translation>
    </message>
    <message>
        <source>running</source>
        <comment>release</comment>
        <translation>running</translation>
    </message>
    <message>
        <source>complete</source>
        <comment>release</comment>
        <translation>complete</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>release</comment>
        <translation>failed</translation>
    </message>
    <message>
        <source>interrupted</source>
        <comment>release</comment>
        <translation>interrupted</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>release</comment>
        <translation>unknown</translation>
    </message>
    <message>
        <source>the new version</source>
        <translation>the new version</translation>
    </message>
    <message>
        <source>the old version</source>
        <translation>the old version</translation>
    </message>
    <message numerus="yes">
        <source>All is well: %Ln machine(s) on %1 and healthy.</source>
        <translation>
            <numerusform>All is well: %Ln machine on %1 and healthy.</numerusform>
            <numerusform>All is well: %Ln machines on %1 and healthy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run reported a failure, but %Ln machine(s), all there are, run %1.</source>
        <translation>
            <numerusform>The run reported a failure, but %Ln machine, the only one, runs %1.</numerusform>
            <numerusform>The run reported a failure, but %Ln machines, all there are, run %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was stopped too late: %Ln machine(s), all there are, run %1.</source>
        <translation>
            <numerusform>It was stopped too late: %Ln machine, the only one, runs %1.</numerusform>
            <numerusform>It was stopped too late: %Ln machines, all there are, run %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run was interrupted, but %Ln machine(s), all there are, run %1.</source>
        <translation>
            <numerusform>The run was interrupted, but %Ln machine, the only one, runs %1.</numerusform>
            <numerusform>The run was interrupted, but %Ln machines, all there are, run %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rolled back: %Ln machine(s) on %1 and healthy.</source>
        <translation>
            <numerusform>Rolled back: %Ln machine on %1 and healthy.</numerusform>
            <numerusform>Rolled back: %Ln machines on %1 and healthy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run reported success, but %Ln machine(s), all there are, still run %1.</source>
        <translation>
            <numerusform>The run reported success, but %Ln machine, the only one, still runs %1.</numerusform>
            <numerusform>The run reported success, but %Ln machines, all there are, still run %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It failed before any machine changed: %1 still serves on %Ln machine(s).</source>
        <translation>
            <numerusform>It failed before any machine changed: %1 still serves on %Ln machine.</numerusform>
            <numerusform>It failed before any machine changed: %1 still serves on %Ln machines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was stopped before any machine changed: %1 still serves on %Ln machine(s).</source>
        <translation>
            <numerusform>It was stopped before any machine changed: %1 still serves on %Ln machine.</numerusform>
            <numerusform>It was stopped before any machine changed: %1 still serves on %Ln machines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was interrupted before any machine changed: %1 still serves on %Ln machine(s).</source>
        <translation>
            <numerusform>It was interrupted before any machine changed: %1 still serves on %Ln machine.</numerusform>
            <numerusform>It was interrupted before any machine changed: %1 still serves on %Ln machines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rolled back: %1 serves again on %Ln machine(s).</source>
        <translation>
            <numerusform>Rolled back: %1 serves again on %Ln machine.</numerusform>
            <numerusform>Rolled back: %1 serves again on %Ln machines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run reported success, but only %1 of %Ln machine(s) run %2.</source>
        <translation>
            <numerusform>The run reported success, but only %1 of %Ln machine runs %2.</numerusform>
            <numerusform>The run reported success, but only %1 of %Ln machines run %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It failed half-way: %1 of %Ln machine(s) run %2.</source>
        <translation>
            <numerusform>It failed half-way: %1 of %Ln machine runs %2.</numerusform>
            <numerusform>It failed half-way: %1 of %Ln machines run %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was stopped half-way: %1 of %Ln machine(s) run %2.</source>
        <translation>
            <numerusform>It was stopped half-way: %1 of %Ln machine runs %2.</numerusform>
            <numerusform>It was stopped half-way: %1 of %Ln machines run %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was interrupted half-way: %1 of %Ln machine(s) run %2.</source>
        <translation>
            <numerusform>It was interrupted half-way: %1 of %Ln machine runs %2.</numerusform>
            <numerusform>It was interrupted half-way: %1 of %Ln machines run %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was not rolled back everywhere: %1 of %Ln machine(s) run %2.</source>
        <translation>
            <numerusform>It was not rolled back everywhere: %1 of %Ln machine runs %2.</numerusform>
            <numerusform>It was not rolled back everywhere: %1 of %Ln machines run %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run reported success, but %1 of %Ln expected machine(s) are there.</source>
        <translation>
            <numerusform>The run reported success, but %1 of %Ln expected machine is there.</numerusform>
            <numerusform>The run reported success, but %1 of %Ln expected machines are there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It failed, and %1 of %Ln expected machine(s) are there.</source>
        <translation>
            <numerusform>It failed, and %1 of %Ln expected machine is there.</numerusform>
            <numerusform>It failed, and %1 of %Ln expected machines are there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was stopped, and %1 of %Ln expected machine(s) are there.</source>
        <translation>
            <numerusform>It was stopped, and %1 of %Ln expected machine is there.</numerusform>
            <numerusform>It was stopped, and %1 of %Ln expected machines are there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was interrupted, and %1 of %Ln expected machine(s) are there.</source>
        <translation>
            <numerusform>It was interrupted, and %1 of %Ln expected machine is there.</numerusform>
            <numerusform>It was interrupted, and %1 of %Ln expected machines are there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was rolled back, but %1 of %Ln expected machine(s) are there.</source>
        <translation>
            <numerusform>It was rolled back, but %1 of %Ln expected machine is there.</numerusform>
            <numerusform>It was rolled back, but %1 of %Ln expected machines are there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run reported success, but %Ln machine(s) are not healthy: %1.</source>
        <translation>
            <numerusform>The run reported success, but %Ln machine is not healthy: %1.</numerusform>
            <numerusform>The run reported success, but %Ln machines are not healthy: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It failed, and %Ln machine(s) are not healthy: %1.</source>
        <translation>
            <numerusform>It failed, and %Ln machine is not healthy: %1.</numerusform>
            <numerusform>It failed, and %Ln machines are not healthy: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was stopped, and %Ln machine(s) are not healthy: %1.</source>
        <translation>
            <numerusform>It was stopped, and %Ln machine is not healthy: %1.</numerusform>
            <numerusform>It was stopped, and %Ln machines are not healthy: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was interrupted, and %Ln machine(s) are not healthy: %1.</source>
        <translation>
            <numerusform>It was interrupted, and %Ln machine is not healthy: %1.</numerusform>
            <numerusform>It was interrupted, and %Ln machines are not healthy: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was rolled back, but %Ln machine(s) are not healthy: %1.</source>
        <translation>
            <numerusform>It was rolled back, but %Ln machine is not healthy: %1.</numerusform>
            <numerusform>It was rolled back, but %Ln machines are not healthy: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>What runs now is not known: the journal was lost during the run.</source>
        <translation>What runs now is not known: the journal was lost during the run.</translation>
    </message>
    <message>
        <source>The run reported success, but what runs now could not be looked at: %1.</source>
        <translation>The run reported success, but what runs now could not be looked at: %1.</translation>
    </message>
    <message>
        <source>It failed, and what runs now could not be looked at: %1.</source>
        <translation>It failed, and what runs now could not be looked at: %1.</translation>
    </message>
    <message>
        <source>It was stopped, and what runs now could not be looked at: %1.</source>
        <translation>It was stopped, and what runs now could not be looked at: %1.</translation>
    </message>
    <message>
        <source>It was interrupted, and what runs now could not be looked at: %1.</source>
        <translation>It was interrupted, and what runs now could not be looked at: %1.</translation>
    </message>
    <message>
        <source>It was rolled back, but what runs now could not be looked at: %1.</source>
        <translation>It was rolled back, but what runs now could not be looked at: %1.</translation>
    </message>
    <message>
        <source>%1 failed in its build</source>
        <translation>%1 failed in its build</translation>
    </message>
    <message>
        <source>%1 failed: its image was not found</source>
        <translation>%1 failed: its image was not found</translation>
    </message>
    <message>
        <source>%1 failed when its image was pushed</source>
        <translation>%1 failed when its image was pushed</translation>
    </message>
    <message>
        <source>%1 failed: a lease could not be taken</source>
        <translation>%1 failed: a lease could not be taken</translation>
    </message>
    <message>
        <source>%1 failed in its release command</source>
        <translation>%1 failed in its release command</translation>
    </message>
    <message>
        <source>%1 failed while machines were updated</source>
        <translation>%1 failed while machines were updated</translation>
    </message>
    <message>
        <source>%1 failed at machine %2</source>
        <translation>%1 failed at machine %2</translation>
    </message>
    <message>
        <source>%1 failed when it was verified</source>
        <translation>%1 failed when it was verified</translation>
    </message>
    <message>
        <source>%1 failed before anything was changed</source>
        <translation>%1 failed before anything was changed</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <comment>a release or deployment</comment>
        <translation>%1 failed</translation>
    </message>
    <message>
        <source>%1 is being stopped</source>
        <translation>%1 is being stopped</translation>
    </message>
    <message>
        <source>%1 is being deployed</source>
        <translation>%1 is being deployed</translation>
    </message>
    <message>
        <source>%1 was deployed</source>
        <translation>%1 was deployed</translation>
    </message>
    <message>
        <source>%1 was stopped on request</source>
        <translation>%1 was stopped on request</translation>
    </message>
    <message>
        <source>%1 was interrupted</source>
        <translation>%1 was interrupted</translation>
    </message>
    <message>
        <source>%1 was rolled back</source>
        <translation>%1 was rolled back</translation>
    </message>
    <message>
        <source>mixed versions</source>
        <translation>mixed versions</translation>
    </message>
    <message>
        <source>machines missing</source>
        <translation>machines missing</translation>
    </message>
    <message>
        <source>not healthy</source>
        <translation>not healthy</translation>
    </message>
    <message>
        <source>done after all</source>
        <translation>done after all</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>not done</translation>
    </message>
    <message>
        <source>done</source>
        <translation>done</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a finished sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <comment>what happened, how long ago</comment>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>What was changed is not known: the journal was lost.</source>
        <translation>What was changed is not known: the journal was lost.</translation>
    </message>
    <message>
        <source>No machine was changed.</source>
        <translation>No machine was changed.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln machine(s) left as before; none was changed.</source>
        <translation>
            <numerusform>%Ln machine left as before; nothing was changed.</numerusform>
            <numerusform>%Ln machines left as before; none was changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln machine(s) updated, none left out.</source>
        <translation>
            <numerusform>%Ln machine updated, none left out.</numerusform>
            <numerusform>%Ln machines updated, none left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln machine(s) updated (%1), not touched: %2.</source>
        <translation>
            <numerusform>%Ln machine updated (%1), not touched: %2.</numerusform>
            <numerusform>%Ln machines updated (%1), not touched: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>failed</source>
        <comment>app or machine</comment>
        <translation>failed</translation>
    </message>
    <message>
        <source>rolled back</source>
        <comment>app or machine</comment>
        <translation>rolled back</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>app or machine</comment>
        <translation>unknown</translation>
    </message>
    <message>
        <source>Create a new machine</source>
        <translation>Create a new machine</translation>
    </message>
    <message>
        <source>Replace the old machine</source>
        <translation>Replace the old machine</translation>
    </message>
    <message>
        <source>It is machine %1</source>
        <translation>It is machine %1</translation>
    </message>
    <message>
        <source>Its server has no room for the new version: another machine takes its place. The platform says: %1</source>
        <translation>Its server has no room for the new version: another machine takes its place. The platform says: %1</translation>
    </message>
    <message>
        <source>the configuration has no such process group</source>
        <translation>the configuration has no such process group</translation>
    </message>
    <message>
        <source>its process group had no machine</source>
        <translation>its process group had no machine</translation>
    </message>
    <message>
        <source>it stands by and is not started</source>
        <translation>it stands by and is not started</translation>
    </message>
    <message>
        <source>its volume changes (%1)</source>
        <translation>its volume changes (%1)</translation>
    </message>
    <message>
        <source>its server has a problem (%1)</source>
        <translation>its server has a problem (%1)</translation>
    </message>
    <message>
        <source>left out on request</source>
        <translation>left out on request</translation>
    </message>
    <message>
        <source>The file is larger than %1 bytes: it is not read.</source>
        <translation>The file is larger than %1 bytes: it is not read.</translation>
    </message>
    <message>
        <source>Values are nested too deeply here.</source>
        <translation>Values are nested too deeply here.</translation>
    </message>
    <message>
        <source>The file has more than %1 values: the rest is not read.</source>
        <translation>The file has more than %1 values: the rest is not read.</translation>
    </message>
    <message>
        <source>From here on the file is not UTF-8 text.</source>
        <translation>From here on the file is not UTF-8 text.</translation>
    </message>
    <message>
        <source>A key was expected here.</source>
        <translation>A key was expected here.</translation>
    </message>
    <message>
        <source>An equals sign was expected behind the key.</source>
        <translation>An equals sign was expected behind the key.</translation>
    </message>
    <message>
        <source>A value was expected here. Texts stand in quotes.</source>
        <translation>A value was expected here. Texts stand in quotes.</translation>
    </message>
    <message>
        <source>The text that begins here is not closed.</source>
        <translation>The text that begins here is not closed.</translation>
    </message>
    <message>
        <source>There is no such escape sequence. In single quotes a backslash is itself.</source>
        <translation>There is no such escape sequence. In single quotes a backslash is itself.</translation>
    </message>
    <message>
        <source>This is not a number that TOML knows.</source>
        <translation>This is not a number that TOML knows.</translation>
    </message>
    <message>
        <source>This is not a date or time that exists.</source>
        <translation>This is not a date or time that exists.</translation>
    </message>
    <message>
        <source>A comma or the closing bracket is missing here.</source>
        <translation>A comma or the closing bracket is missing here.</translation>
    </message>
    <message>
        <source>The closing bracket of the section is missing.</source>
        <translation>The closing bracket of the section is missing.</translation>
    </message>
    <message>
        <source>The line should end here, but “%1” follows.</source>
        <translation>The line should end here, but “%1” follows.</translation>
    </message>
    <message>
        <source>There is a control character here, which TOML does not allow.</source>
        <translation>There is a control character here, which TOML does not allow.</translation>
    </message>
    <message>
        <source>The JSON text cannot be read: %1</source>
        <translation>The JSON text cannot be read: %1</translation>
    </message>
    <message>
        <source>“%1” is set already in line %2.</source>
        <translation>“%1” is set already in line %2.</translation>
    </message>
    <message>
        <source>“%1” is defined already and cannot be opened again.</source>
        <translation>“%1” is defined already and cannot be opened again.</translation>
    </message>
    <message>
        <source>“%1” must be a text in quotes.</source>
        <translation>“%1” must be a text in quotes.</translation>
    </message>
    <message>
        <source>“%1” must be a text, a number, true or false.</source>
        <translation>“%1” must be a text, a number, true or false.</translation>
    </message>
    <message>
        <source>“%1” must be a table.</source>
        <translation>“%1” must be a table.</translation>
    </message>
    <message>
        <source>“%1” must be a table or a list of tables.</source>
        <translation>“%1” must be a table or a list of tables.</translation>
    </message>
    <message>
        <source>“%1” must be a list of tables: write [[%1]].</source>
        <translation>“%1” must be a list of tables: write [[%1]].</translation>
    </message>
    <message>
        <source>“%1” must be a list of texts.</source>
        <translation>“%1” must be a list of texts.</translation>
    </message>
    <message>
        <source>“%1” must be a number.</source>
        <translation>“%1” must be a number.</translation>
    </message>
    <message>
        <source>“%1” must be a whole number, without quotes.</source>
        <translation>“%1” must be a whole number, without quotes.</translation>
    </message>
    <message>
        <source>“%1” must be true or false, without quotes.</source>
        <translation>“%1” must be true or false, without quotes.</translation>
    </message>
    <message>
        <source>“%1” is not a duration such as &quot;30s&quot; or &quot;1m30s&quot;.</source>
        <translation>“%1” is not a duration such as &quot;30s&quot; or &quot;1m30s&quot;.</translation>
    </message>
    <message>
        <source>“%1” must be a port number.</source>
        <translation>“%1” must be a port number.</translation>
    </message>
    <message>
        <source>“%1” is not a size such as &quot;10gb&quot; or &quot;512mb&quot;.</source>
        <translation>“%1” is not a size such as &quot;10gb&quot; or &quot;512mb&quot;.</translation>
    </message>
    <message>
        <source>“%1” must be a table, or a text such as &quot;20,25&quot;.</source>
        <translation>“%1” must be a table, or a text such as &quot;20,25&quot;.</translation>
    </message>
    <message>
        <source>“%1” must have a name.</source>
        <translation>“%1” must have a name.</translation>
    </message>
    <message>
        <source>“%1” has no “%2”.</source>
        <translation>“%1” has no “%2”.</translation>
    </message>
    <message>
        <source>“%1” is not known: Fly.io ignores it.</source>
        <translation>“%1” is not known: Fly.io ignores it.</translation>
    </message>
    <message>
        <source>“%1” is not known: Fly.io ignores it. Did you mean “%2”?</source>
        <translation>“%1” is not known: Fly.io ignores it. Did you mean “%2”?</translation>
    </message>
    <message>
        <source>“%1” is ignored here. “%2” belongs above the first section.</source>
        <translation>“%1” is ignored here. “%2” belongs above the first section.</translation>
    </message>
    <message>
        <source>“%1” has no effect on a deploy any more.</source>
        <translation>“%1” has no effect on a deploy any more.</translation>
    </message>
    <message>
        <source>“%1” has no unit: Fly.io takes %2 for nanoseconds, that is %3. Write &quot;%2s&quot; for seconds.</source>
        <translation>“%1” has no unit: Fly.io takes %2 for nanoseconds, that is %3. Write &quot;%2s&quot; for seconds.</translation>
    </message>
    <message>
        <source>“%1” has no unit: Fly.io takes %2 for milliseconds, that is %3.</source>
        <translation>“%1” has no unit: Fly.io takes %2 for milliseconds, that is %3.</translation>
    </message>
    <message>
        <source>“%1” has no unit: Fly.io takes %2 for seconds, that is %3.</source>
        <translation>“%1” has no unit: Fly.io takes %2 for seconds, that is %3.</translation>
    </message>
    <message>
        <source>“%1” looks like a secret. What stands in this file is read by everybody who has the folder: set it as a secret.</source>
        <translation>“%1” looks like a secret. What stands in this file is read by everybody who has the folder: set it as a secret.</translation>
    </message>
    <message>
        <source>There is more than one way to build: %1. Keep one.</source>
        <translation>There is more than one way to build: %1. Keep one.</translation>
    </message>
    <message>
        <source>The command “%1” cannot be cut into words: its quotes are not closed.</source>
        <translation>The command “%1” cannot be cut into words: its quotes are not closed.</translation>
    </message>
    <message>
        <source>There is no strategy “%1”. There are rolling, canary, bluegreen and immediate.</source>
        <translation>There is no strategy “%1”. There are rolling, canary, bluegreen and immediate.</translation>
    </message>
    <message>
        <source>The strategy canary does not go with volumes. Use rolling.</source>
        <translation>The strategy canary does not go with volumes. Use rolling.</translation>
    </message>
    <message>
        <source>The strategy %1 does not look at “%2”.</source>
        <translation>The strategy %1 does not look at “%2”.</translation>
    </message>
    <message>
        <source>With 0 machines at a time nothing could be updated: one at a time is.</source>
        <translation>With 0 machines at a time nothing could be updated: one at a time is.</translation>
    </message>
    <message>
        <source>There is no restart policy “%1”. There are always, on-failure and never.</source>
        <translation>There is no restart policy “%1”. There are always, on-failure and never.</translation>
    </message>
    <message>
        <source>There is no compression “%1”. There are gzip and zstd.</source>
        <translation>There is no compression “%1”. There are gzip and zstd.</translation>
    </message>
    <message>
        <source>The compression level must be from 0 to 9.</source>
        <translation>The compression level must be from 0 to 9.</translation>
    </message>
    <message>
        <source>There is no machine size “%1”: a deploy will be refused.</source>
        <translation>There is no machine size “%1”: a deploy will be refused.</translation>
    </message>
    <message>
        <source>The process group %1 has a size already: one of the two is ignored.</source>
        <translation>The process group %1 has a size already: one of the two is ignored.</translation>
    </message>
    <message>
        <source>“%1” must be &quot;http&quot; or &quot;tcp&quot;.</source>
        <translation>“%1” must be &quot;http&quot; or &quot;tcp&quot;.</translation>
    </message>
    <message>
        <source>“%1” must be at least 2 seconds.</source>
        <translation>“%1” must be at least 2 seconds.</translation>
    </message>
    <message>
        <source>“%1” must be at most 60 seconds.</source>
        <translation>“%1” must be at most 60 seconds.</translation>
    </message>
    <message>
        <source>“%1” has no port, and there is no [http_service] to take one from.</source>
        <translation>“%1” has no port, and there is no [http_service] to take one from.</translation>
    </message>
    <message>
        <source>“%1” must say for which process groups it is: %2.</source>
        <translation>“%1” must say for which process groups it is: %2.</translation>
    </message>
    <message>
        <source>There is no process group “%1”. There are: %2.</source>
        <translation>There is no process group “%1”. There are: %2.</translation>
    </message>
    <message>
        <source>“%1” has no ports: nothing reaches it from outside.</source>
        <translation>“%1” has no ports: nothing reaches it from outside.</translation>
    </message>
    <message>
        <source>“%1” is %2: Fly.io raises it to 1 second.</source>
        <translation>“%1” is %2: Fly.io raises it to 1 second.</translation>
    </message>
    <message>
        <source>“%1” is %2: Fly.io lowers it to 1 minute.</source>
        <translation>“%1” is %2: Fly.io lowers it to 1 minute.</translation>
    </message>
    <message>
        <source>“%1” must be &quot;off&quot;, &quot;stop&quot; or &quot;suspend&quot;.</source>
        <translation>“%1” must be &quot;off&quot;, &quot;stop&quot; or &quot;suspend&quot;.</translation>
    </message>
    <message>
        <source>“%1” is %2: Fly.io waits 5 minutes at most.</source>
        <translation>“%1” is %2: Fly.io waits 5 minutes at most.</translation>
    </message>
    <message>
        <source>A volume must have at least 1 GB.</source>
        <translation>A volume must have at least 1 GB.</translation>
    </message>
    <message>
        <source>Snapshots can be kept from 1 to 60 days.</source>
        <translation>Snapshots can be kept from 1 to 60 days.</translation>
    </message>
    <message>
        <source>A volume can begin to grow from 50 to 99 percent full.</source>
        <translation>A volume can begin to grow from 50 to 99 percent full.</translation>
    </message>
    <message>
        <source>A volume can grow by 1 to 100 GB at a time.</source>
        <translation>A volume can grow by 1 to 100 GB at a time.</translation>
    </message>
    <message>
        <source>A volume can grow to a limit from 1 to 500 GB.</source>
        <translation>A volume can grow to a limit from 1 to 500 GB.</translation>
    </message>
    <message>
        <source>“%1” does nothing without “auto_extend_size_increment”.</source>
        <translation>“%1” does nothing without “auto_extend_size_increment”.</translation>
    </message>
    <message>
        <source>The process group %1 has more than one volume: a machine can have one.</source>
        <translation>The process group %1 has more than one volume: a machine can have one.</translation>
    </message>
    <message>
        <source>note</source>
        <comment>of a line in a file</comment>
        <translation>note</translation>
    </message>
    <message>
        <source>warning</source>
        <comment>of a line in a file</comment>
        <translation>warning</translation>
    </message>
    <message>
        <source>error</source>
        <comment>of a line in a file</comment>
        <translation>error</translation>
    </message>
    <message>
        <source>added; the value is not shown</source>
        <translation>added; the value is not shown</translation>
    </message>
    <message>
        <source>removed; the value is not shown</source>
        <translation>removed; the value is not shown</translation>
    </message>
    <message>
        <source>changed; the values are not shown</source>
        <translation>changed; the values are not shown</translation>
    </message>
    <message>
        <source>added: %1</source>
        <translation>added: %1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation>removed: %1</translation>
    </message>
    <message>
        <source>%1 becomes %2</source>
        <comment>a value and another</comment>
        <translation>%1 becomes %2</translation>
    </message>
    <message>
        <source>Machine %1 was destroyed by somebody else.</source>
        <translation>Machine %1 was destroyed by somebody else.</translation>
    </message>
    <message>
        <source>Machine %1 was changed by somebody else. Look again, then repeat.</source>
        <translation>Machine %1 was changed by somebody else. Look again, then repeat.</translation>
    </message>
    <message>
        <source>Machine %1 exited with code %2.</source>
        <translation>Machine %1 exited with code %2.</translation>
    </message>
    <message>
        <source>Machine %1 crashes again and again, last with code %2.</source>
        <translation>Machine %1 crashes again and again, last with code %2.</translation>
    </message>
    <message>
        <source>Machine %1 could not be started.</source>
        <translation>Machine %1 could not be started.</translation>
    </message>
    <message>
        <source>Machine %1 runs the old image again: Fly.io could not start the new one.</source>
        <translation>Machine %1 runs the old image again: Fly.io could not start the new one.</translation>
    </message>
    <message>
        <source>Machine %1 was started, but stays stopped.</source>
        <translation>Machine %1 was started, but stays stopped.</translation>
    </message>
    <message>
        <source>Another release command runs now, on machine %1. Wait until it has ended.</source>
        <translation>Another release command runs now, on machine %1. Wait until it has ended.</translation>
    </message>
    <message>
        <source>The image was not ready in time on the machine of the release command.</source>
        <translation>The image was not ready in time on the machine of the release command.</translation>
    </message>
    <message>
        <source>The release command took longer than its limit and was stopped.</source>
        <translation>The release command took longer than its limit and was stopped.</translation>
    </message>
    <message>
        <source>The release command was stopped before its end.</source>
        <translation>The release command was stopped before its end.</translation>
    </message>
    <message>
        <source>The release command exited with code %1.</source>
        <translation>The release command exited with code %1.</translation>
    </message>
    <message>
        <source>How the release command ended cannot be read from the platform.</source>
        <translation>How the release command ended cannot be read from the platform.</translation>
    </message>
    <message>
        <source>The attempt on record ended before it had an image. Deploy one by its reference.</source>
        <translation>The attempt on record ended before it had an image. Deploy one by its reference.</translation>
    </message>
    <message>
        <source>No failed deployment is known that could be retried.</source>
        <translation>No failed deployment is known that could be retried.</translation>
    </message>
    <message>
        <source>No earlier release is known that could be returned to.</source>
        <translation>No earlier release is known that could be returned to.</translation>
    </message>
    <message>
        <source>The app runs no image that could be deployed.</source>
        <translation>The app runs no image that could be deployed.</translation>
    </message>
    <message>
        <source>The image registry does not have %1.</source>
        <translation>The image registry does not have %1.</translation>
    </message>
    <message>
        <source>There is no interrupted deployment to go on with.</source>
        <translation>There is no interrupted deployment to go on with.</translation>
    </message>
    <message>
        <source>Fly.io does not list a release v%1 of this app.</source>
        <translation>Fly.io does not list a release v%1 of this app.</translation>
    </message>
    <message>
        <source>Release v%1 was never completed: there is nothing to return to.</source>
        <translation>Release v%1 was never completed: there is nothing to return to.</translation>
    </message>
    <message>
        <source>This deployment does not wait for an answer.</source>
        <translation>This deployment does not wait for an answer.</translation>
    </message>
    <message>
        <source>Machines with volumes cannot be deployed by the strategy %1. Use rolling.</source>
        <translation>Machines with volumes cannot be deployed by the strategy %1. Use rolling.</translation>
    </message>
    <message>
        <source>Fly.io does not offer bluegreen deploys for this app.</source>
        <translation>Fly.io does not offer bluegreen deploys for this app.</translation>
    </message>
    <message>
        <source>The machines run different images, and bluegreen needs one. Use rolling.</source>
        <translation>The machines run different images, and bluegreen needs one. Use rolling.</translation>
    </message>
    <message>
        <source>Bluegreen needs a health check: without one nothing tells when the new machines are ready.</source>
        <translation>Bluegreen needs a health check: without one nothing tells when the new machines are ready.</translation>
    </message>
    <message>
        <source>There is no free volume “%1” in %2 for %3. Create it, then look again.</source>
        <translation>There is no free volume “%1” in %2 for %3. Create it, then look again.</translation>
    </message>
    <message>
        <source>The server of machine %1 has a problem, and its volume “%2” is there: it cannot be replaced. Leave it out, or wait until the server is well.</source>
        <translation>The server of machine %1 has a problem, and its volume “%2” is there: it cannot be replaced. Leave it out, or wait until the server is well.</translation>
    </message>
    <message>
        <source>The server of machine %1 has no room for the new version, and its volume is there: it cannot be replaced.</source>
        <translation>The server of machine %1 has no room for the new version, and its volume is there: it cannot be replaced.</translation>
    </message>
    <message numerus="yes">
        <source>The plan destroys %Ln machine(s), and nobody has said that this is meant.</source>
        <translation>
            <numerusform>The plan destroys %Ln machine, and nobody has said that this is meant.</numerusform>
            <numerusform>The plan destroys %Ln machines, and nobody has said that this is meant.</numerusform>
        </translation>
    </message>
    <message>
        <source>encrypted file locked</source>
        <translation>encrypted file locked</translation>
    </message>
    <message>
        <source>keychain locked</source>
        <translation>keychain locked</translation>
    </message>
    <message>
        <source>Create a machine of %1 in %2</source>
        <translation>Create a machine of %1 in %2</translation>
    </message>
    <message>
        <source>Create a machine of %1 in %2 that stands by and is not started</source>
        <translation>Create a machine of %1 in %2 that stands by and is not started</translation>
    </message>
    <message>
        <source>Try the new version on an extra machine of %1, then destroy it</source>
        <translation>Try the new version on an extra machine of %1, then destroy it</translation>
    </message>
    <message>
        <source>Create a machine in %1 that replaces %2</source>
        <translation>Create a machine in %1 that replaces %2</translation>
    </message>
    <message>
        <source>Create a machine in %1 that replaces %2 and stays stopped</source>
        <translation>Create a machine in %1 that replaces %2 and stays stopped</translation>
    </message>
    <message>
        <source>Destroy machine %1: %2</source>
        <translation>Destroy machine %1: %2</translation>
    </message>
    <message>
        <source>Take machine %1 out of service and destroy it</source>
        <translation>Take machine %1 out of service and destroy it</translation>
    </message>
    <message>
        <source>replaced by a new machine, then destroyed</source>
        <translation>replaced by a new machine, then destroyed</translation>
    </message>
    <message>
        <source>replaced by a new machine, then destroyed: %1</source>
        <translation>replaced by a new machine, then destroyed: %1</translation>
    </message>
    <message>
        <source>destroyed: %1</source>
        <translation>destroyed: %1</translation>
    </message>
    <message>
        <source>New machines take over and these are destroyed: %1. Their ids change.</source>
        <translation>New machines take over and these are destroyed: %1. Their ids change.</translation>
    </message>
    <message>
        <source>Left by an earlier attempt and removed: %1.</source>
        <translation>Left by an earlier attempt and removed: %1.</translation>
    </message>
    <message>
        <source>All machines are updated at once: users notice.</source>
        <translation>All machines are updated at once: users notice.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln machine(s) will be destroyed and cannot be brought back: %1.</source>
        <translation>
            <numerusform>%Ln machine will be destroyed and cannot be brought back: %1.</numerusform>
            <numerusform>%Ln machines will be destroyed and cannot be brought back: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Suspended now, stopped afterwards: an update discards the snapshot of %1.</source>
        <translation>Suspended now, stopped afterwards: an update discards the snapshot of %1.</translation>
    </message>
    <message>
        <source>max_unavailable is 0, but the platform updates at least one machine of a group at a time: for that time one fewer serves.</source>
        <translation>max_unavailable is 0, but the platform updates at least one machine of a group at a time: for that time one fewer serves.</translation>
    </message>
    <message>
        <source>These volumes stay with their data, but nothing uses them any more: %1.</source>
        <translation>These volumes stay with their data, but nothing uses them any more: %1.</translation>
    </message>
    <message>
        <source>Secrets changed since that release and kept as they are now, because their earlier values cannot be read back: %1.</source>
        <translation>Secrets changed since that release and kept as they are now, because their earlier values cannot be read back: %1.</translation>
    </message>
    <message>
        <source>The configuration these machines had under that release is not kept any more; it is made from that release&apos;s fly.toml: %1.</source>
        <translation>The configuration these machines had under that release is not kept any more; it is made from that release&apos;s fly.toml: %1.</translation>
    </message>
    <message>
        <source>Secrets removed since that release; they stay removed, because their values cannot be read back: %1.</source>
        <translation>Secrets removed since that release; they stay removed, because their values cannot be read back: %1.</translation>
    </message>
    <message>
        <source>The app last deployed from %1 was %2, not this one.</source>
        <translation>The app last deployed from %1 was %2, not this one.</translation>
    </message>
    <message>
        <source>%1 is the configuration of %2, not of this app.</source>
        <translation>%1 is the configuration of %2, not of this app.</translation>
    </message>
    <message>
        <source>No interruption: the old machines serve until the new ones are healthy.</source>
        <translation>No interruption: the old machines serve until the new ones are healthy.</translation>
    </message>
    <message>
        <source>Updated after that, out of service for a moment each: %1.</source>
        <translation>Updated after that, out of service for a moment each: %1.</translation>
    </message>
    <message>
        <source>Already right and not touched: %1.</source>
        <translation>Already right and not touched: %1.</translation>
    </message>
    <message>
        <source>Another attempt goes on where this one stopped; nothing that is done is repeated.</source>
        <translation>Another attempt goes on where this one stopped; nothing that is done is repeated.</translation>
    </message>
    <message>
        <source>Tried again: %1.</source>
        <translation>Tried again: %1.</translation>
    </message>
    <message>
        <source>The deployment goes on without these, which stay as they are now: %1.</source>
        <translation>The deployment goes on without these, which stay as they are now: %1.</translation>
    </message>
    <message>
        <source>The app returns to v%1: its image and its configuration.</source>
        <translation>The app returns to v%1: its image and its configuration.</translation>
    </message>
    <message>
        <source>Set back, out of service for a moment each: %1.</source>
        <translation>Set back, out of service for a moment each: %1.</translation>
    </message>
    <message>
        <source>Never left it and not touched: %1.</source>
        <translation>Never left it and not touched: %1.</translation>
    </message>
    <message>
        <source>What the release command %1 has changed stays changed.</source>
        <translation>What the release command %1 has changed stays changed.</translation>
    </message>
    <message>
        <source>Nothing is changed now. Until the next deployment the app runs different versions.</source>
        <translation>Nothing is changed now. Until the next deployment the app runs different versions.</translation>
    </message>
    <message>
        <source>On v%1: %2.</source>
        <translation>On v%1: %2.</translation>
    </message>
    <message>
        <source>Still on v%1: %2.</source>
        <translation>Still on v%1: %2.</translation>
    </message>
    <message>
        <source>Failed: %1.</source>
        <translation>Failed: %1.</translation>
    </message>
    <message>
        <source>The deployment stopped half-way. How shall it go on?</source>
        <translation>The deployment stopped half-way. How shall it go on?</translation>
    </message>
    <message>
        <source>The deployment stopped half-way at %1. How shall it go on?</source>
        <translation>The deployment stopped half-way at %1. How shall it go on?</translation>
    </message>
    <message>
        <source>Retry</source>
        <comment>answer to a deployment that stopped half-way</comment>
        <translation>Retry</translation>
    </message>
    <message>
        <source>Leave out what failed</source>
        <translation>Leave out what failed</translation>
    </message>
    <message>
        <source>Roll back to v%1</source>
        <translation>Roll back to v%1</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Leave it as it is</translation>
    </message>
    <message>
        <source>It was tried again.</source>
        <translation>It was tried again.</translation>
    </message>
    <message>
        <source>It went on without the machines that failed.</source>
        <translation>It went on without the machines that failed.</translation>
    </message>
    <message>
        <source>It was rolled back.</source>
        <translation>It was rolled back.</translation>
    </message>
    <message>
        <source>It was left as it is.</source>
        <translation>It was left as it is.</translation>
    </message>
    <message numerus="yes">
        <source>The roll back reported a failure, but it worked: %Ln machine(s) run %1 again and are healthy.</source>
        <translation>
            <numerusform>The roll back reported a failure, but it worked: %Ln machine runs %1 again and is healthy.</numerusform>
            <numerusform>The roll back reported a failure, but it worked: %Ln machines run %1 again and are healthy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run could no longer see the machines, but all is well: %Ln machine(s) on %1 and healthy.</source>
        <translation>
            <numerusform>The run could no longer see the machines, but all is well: %Ln machine on %1 and healthy.</numerusform>
            <numerusform>The run could no longer see the machines, but all is well: %Ln machines on %1 and healthy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It failed, and %1 serves again on %Ln machine(s).</source>
        <translation>
            <numerusform>It failed, and %1 serves again on %Ln machine.</numerusform>
            <numerusform>It failed, and %1 serves again on %Ln machines.</numerusform>
        </translation>
    </message>
    <message>
        <source>The run reported success, but no machine of the app is there.</source>
        <translation>The run reported success, but no machine of the app is there.</translation>
    </message>
    <message>
        <source>It failed, and no machine of the app is there.</source>
        <translation>It failed, and no machine of the app is there.</translation>
    </message>
    <message>
        <source>It was stopped, and no machine of the app is there.</source>
        <translation>It was stopped, and no machine of the app is there.</translation>
    </message>
    <message>
        <source>It was interrupted, and no machine of the app is there.</source>
        <translation>It was interrupted, and no machine of the app is there.</translation>
    </message>
    <message>
        <source>It was rolled back, but no machine of the app is there.</source>
        <translation>It was rolled back, but no machine of the app is there.</translation>
    </message>
    <message numerus="yes">
        <source>The run reported success, but there are %Ln machine(s) too many.</source>
        <translation>
            <numerusform>The run reported success, but there is %Ln machine too many.</numerusform>
            <numerusform>The run reported success, but there are %Ln machines too many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It failed, and there are %Ln machine(s) too many.</source>
        <translation>
            <numerusform>It failed, and there is %Ln machine too many.</numerusform>
            <numerusform>It failed, and there are %Ln machines too many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was stopped, and there are %Ln machine(s) too many.</source>
        <translation>
            <numerusform>It was stopped, and there is %Ln machine too many.</numerusform>
            <numerusform>It was stopped, and there are %Ln machines too many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was interrupted, and there are %Ln machine(s) too many.</source>
        <translation>
            <numerusform>It was interrupted, and there is %Ln machine too many.</numerusform>
            <numerusform>It was interrupted, and there are %Ln machines too many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was rolled back, but there are %Ln machine(s) too many.</source>
        <translation>
            <numerusform>It was rolled back, but there is %Ln machine too many.</numerusform>
            <numerusform>It was rolled back, but there are %Ln machines too many.</numerusform>
        </translation>
    </message>
    <message>
        <source>The run could no longer see the machines, and what runs now could not be looked at either: %1.</source>
        <translation>The run could no longer see the machines, and what runs now could not be looked at either: %1.</translation>
    </message>
    <message>
        <source>%1 failed at a new machine; the old ones serve on</source>
        <translation>%1 failed at a new machine; the old ones serve on</translation>
    </message>
    <message>
        <source>%1 failed while old machines were replaced</source>
        <translation>%1 failed while old machines were replaced</translation>
    </message>
    <message>
        <source>On %1: %2.</source>
        <comment>a version, and the machines that run it</comment>
        <translation>On %1: %2.</translation>
    </message>
    <message>
        <source>On neither version: %1.</source>
        <translation>On neither version: %1.</translation>
    </message>
    <message>
        <source>Updated, but back on what ran before: %1.</source>
        <comment>machines</comment>
        <translation>Updated, but back on what ran before: %1.</translation>
    </message>
    <message>
        <source>Not there: %1.</source>
        <comment>machines</comment>
        <translation>Not there: %1.</translation>
    </message>
    <message>
        <source>There, but not expected: %1.</source>
        <comment>machines</comment>
        <translation>There, but not expected: %1.</translation>
    </message>
    <message>
        <source>Fly.io&apos;s list left these out, but each answered when it was asked: %1.</source>
        <translation>Fly.io&apos;s list left these out, but each answered when it was asked: %1.</translation>
    </message>
    <message>
        <source>The public address %1 answers.</source>
        <translation>The public address %1 answers.</translation>
    </message>
    <message>
        <source>From this computer, the name of the public address %1 is not known.</source>
        <translation>From this computer, the name of the public address %1 is not known.</translation>
    </message>
    <message>
        <source>From this computer, the public address %1 cannot be reached.</source>
        <translation>From this computer, the public address %1 cannot be reached.</translation>
    </message>
    <message>
        <source>From this computer, the public address %1 does not answer in time.</source>
        <translation>From this computer, the public address %1 does not answer in time.</translation>
    </message>
    <message>
        <source>The certificate of the public address %1 is not valid at this time.</source>
        <translation>The certificate of the public address %1 is not valid at this time.</translation>
    </message>
    <message>
        <source>The certificate of the public address %1 is for another name.</source>
        <translation>The certificate of the public address %1 is for another name.</translation>
    </message>
    <message>
        <source>The certificate of the public address %1 is from nobody that this computer trusts.</source>
        <translation>The certificate of the public address %1 is from nobody that this computer trusts.</translation>
    </message>
    <message>
        <source>The public address %1 answers with the error %2.</source>
        <translation>The public address %1 answers with the error %2.</translation>
    </message>
    <message>
        <source>The public address %1 does not answer as a web server.</source>
        <translation>The public address %1 does not answer as a web server.</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <comment>a file, and what is said of the line</comment>
        <translation>%1, line %2: %3</translation>
    </message>
    <message>
        <source>started</source>
        <comment>app or machine</comment>
        <translation>started</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name and state of an incident of the platform</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Fly.io reports an incident of its own: %1</source>
        <translation>Fly.io reports an incident of its own: %1</translation>
    </message>
    <message numerus="yes">
        <source>Done, but not everywhere: %Ln machine(s) on %1 and healthy.</source>
        <translation>
            <numerusform>Done, but not everywhere: %Ln machine on %1 and healthy.</numerusform>
            <numerusform>Done, but not everywhere: %Ln machines on %1 and healthy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run reported a failure, but %Ln machine(s), all that took part, run %1.</source>
        <translation>
            <numerusform>The run reported a failure, but %Ln machine, the only one that took part, runs %1.</numerusform>
            <numerusform>The run reported a failure, but %Ln machines, all that took part, run %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was stopped too late: %Ln machine(s), all that took part, run %1.</source>
        <translation>
            <numerusform>It was stopped too late: %Ln machine, the only one that took part, runs %1.</numerusform>
            <numerusform>It was stopped too late: %Ln machines, all that took part, run %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run was interrupted, but %Ln machine(s), all that took part, run %1.</source>
        <translation>
            <numerusform>The run was interrupted, but %Ln machine, the only one that took part, runs %1.</numerusform>
            <numerusform>The run was interrupted, but %Ln machines, all that took part, run %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rolled back, but not everywhere: %Ln machine(s) on %1 and healthy.</source>
        <translation>
            <numerusform>Rolled back, but not everywhere: %Ln machine on %1 and healthy.</numerusform>
            <numerusform>Rolled back, but not everywhere: %Ln machines on %1 and healthy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run reported success, but %Ln machine(s), all that took part, still run %1.</source>
        <translation>
            <numerusform>The run reported success, but %Ln machine, the only one that took part, still runs %1.</numerusform>
            <numerusform>The run reported success, but %Ln machines, all that took part, still run %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out on request: %1.</source>
        <comment>machines</comment>
        <translation>Left out on request: %1.</translation>
    </message>
    <message>
        <source>Left out, because its server could not be reached: %1.</source>
        <comment>machines</comment>
        <translation>Left out, because its server could not be reached: %1.</translation>
    </message>
    <message>
        <source>done, some left out</source>
        <comment>machines</comment>
        <translation>done, some left out</translation>
    </message>
    <message>
        <source>not run when rolling back</source>
        <translation>not run when rolling back</translation>
    </message>
    <message>
        <source>There is a tab here. YAML is indented with spaces only.</source>
        <translation>There is a tab here. YAML is indented with spaces only.</translation>
    </message>
    <message>
        <source>No value can begin with this character. Put the value in quotes.</source>
        <translation>No value can begin with this character. Put the value in quotes.</translation>
    </message>
    <message>
        <source>A key cannot stand here. Either the indentation does not fit, or a value with a colon lacks its quotes.</source>
        <translation>A key cannot stand here. Either the indentation does not fit, or a value with a colon lacks its quotes.</translation>
    </message>
    <message>
        <source>A colon is missing behind the key.</source>
        <translation>A colon is missing behind the key.</translation>
    </message>
    <message>
        <source>The indentation does not fit what stands above.</source>
        <translation>The indentation does not fit what stands above.</translation>
    </message>
    <message>
        <source>The quote that begins here is not closed.</source>
        <translation>The quote that begins here is not closed.</translation>
    </message>
    <message>
        <source>In what begins here, a comma or the closing bracket is missing.</source>
        <translation>In what begins here, a comma or the closing bracket is missing.</translation>
    </message>
    <message>
        <source>There is a control character here, which YAML does not allow.</source>
        <translation>There is a control character here, which YAML does not allow.</translation>
    </message>
    <message>
        <source>There is no anchor “&amp;%1” above for the alias “*%1”.</source>
        <translation>There is no anchor “&amp;%1” above for the alias “*%1”.</translation>
    </message>
    <message>
        <source>The anchor “&amp;%1” contains itself.</source>
        <translation>The anchor “&amp;%1” contains itself.</translation>
    </message>
    <message>
        <source>A key must be a plain text.</source>
        <translation>A key must be a plain text.</translation>
    </message>
    <message>
        <source>The YAML cannot be read here: %1</source>
        <translation>The YAML cannot be read here: %1</translation>
    </message>
    <message>
        <source>The aliases stand for more than %1 values: the file is not read.</source>
        <translation>The aliases stand for more than %1 values: the file is not read.</translation>
    </message>
    <message>
        <source>The file must hold keys with values.</source>
        <translation>The file must hold keys with values.</translation>
    </message>
    <message>
        <source>“%1” must hold keys with values.</source>
        <translation>“%1” must hold keys with values.</translation>
    </message>
    <message>
        <source>“%1” must be a list: a dash before each entry.</source>
        <translation>“%1” must be a list: a dash before each entry.</translation>
    </message>
    <message>
        <source>“%1” must be a single value.</source>
        <translation>“%1” must be a single value.</translation>
    </message>
    <message>
        <source>“%1” must be a text or a list.</source>
        <translation>“%1” must be a text or a list.</translation>
    </message>
    <message>
        <source>“%1” must be a text, or keys with values.</source>
        <translation>“%1” must be a text, or keys with values.</translation>
    </message>
    <message>
        <source>“%1” must hold keys with values, or a list.</source>
        <translation>“%1” must hold keys with values, or a list.</translation>
    </message>
    <message>
        <source>“%1” is no key of docker compose, which refuses the file.</source>
        <translation>“%1” is no key of docker compose, which refuses the file.</translation>
    </message>
    <message>
        <source>“%1” is no key of docker compose, which refuses the file. Did you mean “%2”?</source>
        <translation>“%1” is no key of docker compose, which refuses the file. Did you mean “%2”?</translation>
    </message>
    <message>
        <source>The file has no services: there is nothing to run.</source>
        <translation>The file has no services: there is nothing to run.</translation>
    </message>
    <message>
        <source>The service “%1” has neither an image nor a build. If this file is laid over another, name them all, in order, with --file.</source>
        <translation>The service “%1” has neither an image nor a build. If this file is laid over another, name them all, in order, with --file.</translation>
    </message>
    <message>
        <source>A dollar sign in “%1” begins no variable, and docker compose refuses the file. Write $$ for a dollar sign.</source>
        <translation>A dollar sign in “%1” begins no variable, and docker compose refuses the file. Write $$ for a dollar sign.</translation>
    </message>
    <message>
        <source>“%1” is no port. Write it as &quot;8080:80&quot;, in quotes.</source>
        <translation>“%1” is no port. Write it as &quot;8080:80&quot;, in quotes.</translation>
    </message>
    <message>
        <source>“%1” has no condition that docker compose knows. There are service_started, service_healthy and service_completed_successfully.</source>
        <translation>“%1” has no condition that docker compose knows. There are service_started, service_healthy and service_completed_successfully.</translation>
    </message>
    <message>
        <source>These services wait for one another and none can start: %1.</source>
        <translation>These services wait for one another and none can start: %1.</translation>
    </message>
    <message>
        <source>The file “%1” that is named here cannot be read.</source>
        <translation>The file “%1” that is named here cannot be read.</translation>
    </message>
    <message>
        <source>There is no service “%1”.</source>
        <translation>There is no service “%1”.</translation>
    </message>
    <message>
        <source>There is no service “%1”. Did you mean “%2”?</source>
        <translation>There is no service “%1”. Did you mean “%2”?</translation>
    </message>
    <message>
        <source>The volume “%1” is not defined. Add it under “volumes” at the top of the file, or write ./%1 for a folder.</source>
        <translation>The volume “%1” is not defined. Add it under “volumes” at the top of the file, or write ./%1 for a folder.</translation>
    </message>
    <message>
        <source>The volume “%1” is not defined. Did you mean “%2”?</source>
        <translation>The volume “%1” is not defined. Did you mean “%2”?</translation>
    </message>
    <message>
        <source>The network “%1” is not defined. Add it under “networks” at the top of the file.</source>
        <translation>The network “%1” is not defined. Add it under “networks” at the top of the file.</translation>
    </message>
    <message>
        <source>The network “%1” is not defined. Did you mean “%2”?</source>
        <translation>The network “%1” is not defined. Did you mean “%2”?</translation>
    </message>
    <message>
        <source>The secret “%1” is not defined. Add it under “secrets” at the top of the file.</source>
        <translation>The secret “%1” is not defined. Add it under “secrets” at the top of the file.</translation>
    </message>
    <message>
        <source>The secret “%1” is not defined. Did you mean “%2”?</source>
        <translation>The secret “%1” is not defined. Did you mean “%2”?</translation>
    </message>
    <message>
        <source>The config “%1” is not defined. Add it under “configs” at the top of the file.</source>
        <translation>The config “%1” is not defined. Add it under “configs” at the top of the file.</translation>
    </message>
    <message>
        <source>The config “%1” is not defined. Did you mean “%2”?</source>
        <translation>The config “%1” is not defined. Did you mean “%2”?</translation>
    </message>
    <message>
        <source>Nothing reads “version” any more, and docker compose warns about it each time. Take the line out.</source>
        <translation>Nothing reads “version” any more, and docker compose warns about it each time. Take the line out.</translation>
    </message>
    <message>
        <source>The service “%1” is built where it runs: on a production server that takes its memory and processor for long, and what runs cannot be told from the version. Build elsewhere, push to a registry and name the image here.</source>
        <translation>The service “%1” is built where it runs: on a production server that takes its memory and processor for long, and what runs cannot be told from the version. Build elsewhere, push to a registry and name the image here.</translation>
    </message>
    <message>
        <source>The service “%1” has an image and a build: without --no-build, a server that lacks the image builds it. Leave “build” to a file that is only used for development.</source>
        <translation>The service “%1” has an image and a build: without --no-build, a server that lacks the image builds it. Leave “build” to a file that is only used for development.</translation>
    </message>
    <message>
        <source>The image “%2” of “%1” has no tag, which means latest: nobody can tell what runs, or go back to it. Name a version.</source>
        <translation>The image “%2” of “%1” has no tag, which means latest: nobody can tell what runs, or go back to it. Name a version.</translation>
    </message>
    <message>
        <source>The image “%2” of “%1” is “latest”: nobody can tell what runs, or go back to it. Name a version.</source>
        <translation>The image “%2” of “%1” is “latest”: nobody can tell what runs, or go back to it. Name a version.</translation>
    </message>
    <message>
        <source>The database “%1” is open to everybody on port %2, past the firewall too. Services of this stack reach it without a port; for a tunnel, write &quot;127.0.0.1:%2:%3&quot;.</source>
        <translation>The database “%1” is open to everybody on port %2, past the firewall too. Services of this stack reach it without a port; for a tunnel, write &quot;127.0.0.1:%2:%3&quot;.</translation>
    </message>
    <message>
        <source>Others wait for “%1” (%2), and it has no health check: they start before it can answer. Add a “healthcheck”, and let them wait for service_healthy.</source>
        <translation>Others wait for “%1” (%2), and it has no health check: they start before it can answer. Add a “healthcheck”, and let them wait for service_healthy.</translation>
    </message>
    <message>
        <source>Without “%1” the service starts with a secret that everybody knows, or fails later. Write ${%1:?} here: then nothing starts without it.</source>
        <translation>Without “%1” the service starts with a secret that everybody knows, or fails later. Write ${%1:?} here: then nothing starts without it.</translation>
    </message>
    <message>
        <source>“%1” is required here and set nowhere: docker compose will not start. Set it in the env file.</source>
        <translation>“%1” is required here and set nowhere: docker compose will not start. Set it in the env file.</translation>
    </message>
    <message>
        <source>“%1” is set nowhere: docker compose puts nothing in its place. Set it in the env file, or give it a default.</source>
        <translation>“%1” is set nowhere: docker compose puts nothing in its place. Set it in the env file, or give it a default.</translation>
    </message>
    <message>
        <source>“%1” is required here and empty: docker compose will not start. Give it a value in the env file.</source>
        <translation>“%1” is required here and empty: docker compose will not start. Give it a value in the env file.</translation>
    </message>
    <message>
        <source>“%1” still has a placeholder: what needs it will fail. Replace it by the real value.</source>
        <translation>“%1” still has a placeholder: what needs it will fail. Replace it by the real value.</translation>
    </message>
    <message>
        <source>“%1” is a JSON list; what reads it usually wants commas, and takes brackets and quotes for a part of the values. Write a,b,c unless the application says otherwise.</source>
        <translation>“%1” is a JSON list; what reads it usually wants commas, and takes brackets and quotes for a part of the values. Write a,b,c unless the application says otherwise.</translation>
    </message>
    <message>
        <source>“%1” looks like a JSON list and is none: it will not be read. Put each entry in double quotes.</source>
        <translation>“%1” looks like a JSON list and is none: it will not be read. Put each entry in double quotes.</translation>
    </message>
    <message>
        <source>“%1” is a JSON list here and separated by commas in %2: what reads it takes one of them. Write a,b,c if that is what it wants.</source>
        <translation>“%1” is a JSON list here and separated by commas in %2: what reads it takes one of them. Write a,b,c if that is what it wants.</translation>
    </message>
    <message>
        <source>“%1” is separated by commas here and a JSON list in %2: what reads it takes one of them. Write [&quot;a&quot;,&quot;b&quot;] if that is what it wants.</source>
        <translation>“%1” is separated by commas here and a JSON list in %2: what reads it takes one of them. Write [&quot;a&quot;,&quot;b&quot;] if that is what it wants.</translation>
    </message>
    <message>
        <source>“%1” is tracked by git: its secrets are in the history for everybody who has it. Take it out with git rm --cached, ignore it, and change the secrets.</source>
        <translation>“%1” is tracked by git: its secrets are in the history for everybody who has it. Take it out with git rm --cached, ignore it, and change the secrets.</translation>
    </message>
    <message>
        <source>This line sets no variable. Write NAME=value, or a number sign before a comment.</source>
        <translation>This line sets no variable. Write NAME=value, or a number sign before a comment.</translation>
    </message>
    <message>
        <source>“%1” has no equals sign: its value comes from the shell that starts docker compose, or from nowhere.</source>
        <translation>“%1” has no equals sign: its value comes from the shell that starts docker compose, or from nowhere.</translation>
    </message>
    <message>
        <source>The quote of “%1” is not closed.</source>
        <translation>The quote of “%1” is not closed.</translation>
    </message>
    <message>
        <source>Something stands behind the closing quote of “%1”. Put all of the value in quotes, or a number sign before a comment.</source>
        <translation>Something stands behind the closing quote of “%1”. Put all of the value in quotes, or a number sign before a comment.</translation>
    </message>
    <message>
        <source>“%1” is set already in line %2: this one counts. Keep one of them.</source>
        <translation>“%1” is set already in line %2: this one counts. Keep one of them.</translation>
    </message>
    <message>
        <source>This deployment is not running.</source>
        <translation>This deployment is not running.</translation>
    </message>
    <message>
        <source>There is no such deployment, and none of an app of this name.</source>
        <translation>There is no such deployment, and none of an app of this name.</translation>
    </message>
    <message>
        <source>%1 was stopped: its journal could not be written</source>
        <translation>%1 was stopped: its journal could not be written</translation>
    </message>
    <message>
        <source>Rolled back to v%1, as %2</source>
        <comment>a release, and its new name</comment>
        <translation>Rolled back to v%1, as %2</translation>
    </message>
    <message>
        <source>The value of “%1” begins with a number sign: most take it for a comment, docker compose does not. Put it in quotes.</source>
        <translation>The value of “%1” begins with a number sign: most take it for a comment, docker compose does not. Put it in quotes.</translation>
    </message>
    <message>
        <source>Without “%1” the service starts with an empty secret, and nothing says so. If it needs one, write ${%1:?} here.</source>
        <translation>Without “%1” the service starts with an empty secret, and nothing says so. If it needs one, write ${%1:?} here.</translation>
    </message>
    <message>
        <source>The value of “%1” looks like a secret. Everybody who has the file has it, and so has the history of git. Put it into an env file that stays on the server, and write ${%1:?} here.</source>
        <translation>The value of “%1” looks like a secret. Everybody who has the file has it, and so has the history of git. Put it into an env file that stays on the server, and write ${%1:?} here.</translation>
    </message>
    <message>
        <source>The command of “%1” holds a password. Everybody who has the file or sees the processes of the server has it. Put it into an env file that stays on the server, and name the variable here.</source>
        <translation>The command of “%1” holds a password. Everybody who has the file or sees the processes of the server has it. Put it into an env file that stays on the server, and name the variable here.</translation>
    </message>
    <message>
        <source>Fly.io&apos;s GraphQL interface has trouble of its own now, and this needs it. The machines are not touched by that. Try again in a moment.</source>
        <translation>Fly.io&apos;s GraphQL interface has trouble of its own now, and this needs it. The machines are not touched by that. Try again in a moment.</translation>
    </message>
    <message>
        <source>Fly.io&apos;s interface for releases has trouble of its own now, and this needs it. The machines are not touched by that. Try again in a moment.</source>
        <translation>Fly.io&apos;s interface for releases has trouble of its own now, and this needs it. The machines are not touched by that. Try again in a moment.</translation>
    </message>
    <message>
        <source>It was not begun: another machine failed before.</source>
        <translation>It was not begun: another machine failed before.</translation>
    </message>
    <message numerus="yes">
        <source>The machines are well: %Ln on %1 and healthy.</source>
        <translation>
            <numerusform>The machine is well: %Ln on %1 and healthy.</numerusform>
            <numerusform>The machines are well: %Ln on %1 and healthy.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” has no unit: of %2 Fly.io takes the whole number only, that is %3. Write it with its unit, in quotes.</source>
        <translation>“%1” has no unit: of %2 Fly.io takes the whole number only, that is %3. Write it with its unit, in quotes.</translation>
    </message>
    <message>
        <source>“%1” must be JSON that begins with a brace, or the name of a file that ends in .json.</source>
        <translation>“%1” must be JSON that begins with a brace, or the name of a file that ends in .json.</translation>
    </message>
    <message>
        <source>The JSON of “%1” cannot be read in line %2, column %3: %4</source>
        <translation>The JSON of “%1” cannot be read in line %2, column %3: %4</translation>
    </message>
    <message>
        <source>“%1” is not used: it is decided outside of the machine config.</source>
        <translation>“%1” is not used: it is decided outside of the machine config.</translation>
    </message>
    <message>
        <source>“%1” must hold containers, each with a name.</source>
        <translation>“%1” must hold containers, each with a name.</translation>
    </message>
    <message>
        <source>There is no container “%1” for the built image. There are: %2.</source>
        <translation>There is no container “%1” for the built image. There are: %2.</translation>
    </message>
    <message>
        <source>The container “%1” has no image, and the built one goes to another.</source>
        <translation>The container “%1” has no image, and the built one goes to another.</translation>
    </message>
    <message>
        <source>“%1” names the file %2, which is not there. Names count from the folder of this file.</source>
        <translation>“%1” names the file %2, which is not there. Names count from the folder of this file.</translation>
    </message>
    <message>
        <source>“%1” names the file %2, which is outside of the folder of this file: it is not read.</source>
        <translation>“%1” names the file %2, which is outside of the folder of this file: it is not read.</translation>
    </message>
    <message>
        <source>“%1” names the file %2, which is larger than %3 bytes: it is not sent.</source>
        <translation>“%1” names the file %2, which is larger than %3 bytes: it is not sent.</translation>
    </message>
    <message>
        <source>“%1” names the file %2, which cannot be read: %3</source>
        <translation>“%1” names the file %2, which cannot be read: %3</translation>
    </message>
    <message>
        <source>Fly.io lists no machine of this app that could be updated. If there should be one, look again in a moment: its list may be late.</source>
        <translation>Fly.io lists no machine of this app that could be updated. If there should be one, look again in a moment: its list may be late.</translation>
    </message>
    <message>
        <source>There is no deployment #%1.</source>
        <translation>There is no deployment #%1.</translation>
    </message>
    <message>
        <source>%2 has no deployment #%1.</source>
        <translation>%2 has no deployment #%1.</translation>
    </message>
    <message>
        <source>Several apps have a deployment #%1: %2. Say which one with --app.</source>
        <translation>Several apps have a deployment #%1: %2. Say which one with --app.</translation>
    </message>
    <message>
        <source>The sandbox cannot write its own state in %1, and so cannot start. Make room there, or make the folder writable, then try again.</source>
        <translation>The sandbox cannot write its own state in %1, and so cannot start. Make room there, or make the folder writable, then try again.</translation>
    </message>
    <message>
        <source>The sandbox could not be started. Try again.</source>
        <translation>The sandbox could not be started. Try again.</translation>
    </message>
    <message>
        <source>There is a mistake in %1:%2: %3</source>
        <comment>file, line, what is said of it</comment>
        <translation>There is a mistake in %1:%2: %3</translation>
    </message>
    <message>
        <source>There is a mistake in %1: %2</source>
        <comment>file, what is said of it</comment>
        <translation>There is a mistake in %1: %2</translation>
    </message>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>The file %1 cannot be read.</translation>
    </message>
    <message>
        <source>No connection to Fly.io. Check the network, then try again.</source>
        <translation>No connection to Fly.io. Check the network, then try again.</translation>
    </message>
    <message>
        <source>sandbox not running</source>
        <translation>sandbox not running</translation>
    </message>
    <message>
        <source>Nothing that runs is restarted.</source>
        <translation>Nothing that runs is restarted.</translation>
    </message>
    <message numerus="yes">
        <source>It was given up before it changed anything: %Ln machine(s) run what somebody else deployed meanwhile.</source>
        <translation>
            <numerusform>It was given up before it changed anything: %Ln machine runs what somebody else deployed meanwhile.</numerusform>
            <numerusform>It was given up before it changed anything: %Ln machines run what somebody else deployed meanwhile.</numerusform>
        </translation>
    </message>
    <message>
        <source>#%1</source>
        <comment>a deployment&apos;s number</comment>
        <translation>#%1</translation>
    </message>
    <message>
        <source>Back up %1</source>
        <translation>Back up %1</translation>
    </message>
    <message>
        <source>Verify the backup of %1</source>
        <translation>Verify the backup of %1</translation>
    </message>
    <message>
        <source>Check out commit %1</source>
        <translation>Check out commit %1</translation>
    </message>
    <message>
        <source>Pull %1 for %2</source>
        <translation>Pull %1 for %2</translation>
    </message>
    <message>
        <source>Run %1 in a container of %2</source>
        <translation>Run %1 in a container of %2</translation>
    </message>
    <message>
        <source>Recreate %1</source>
        <translation>Recreate %1</translation>
    </message>
    <message>
        <source>Wait until %1 is healthy</source>
        <translation>Wait until %1 is healthy</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>Try %1</translation>
    </message>
    <message>
        <source>Count %1</source>
        <translation>Count %1</translation>
    </message>
    <message>
        <source>Restore %1 from its backup</source>
        <translation>Restore %1 from its backup</translation>
    </message>
    <message>
        <source>Leave %1: %2</source>
        <comment>a service and why</comment>
        <translation>Leave %1: %2</translation>
    </message>
    <message>
        <source>Pull nothing for %1: %2</source>
        <translation>Pull nothing for %1: %2</translation>
    </message>
    <message>
        <source>Look for the tools</source>
        <translation>Look for the tools</translation>
    </message>
    <message>
        <source>Log in to the image registry</source>
        <translation>Log in to the image registry</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Back up</translation>
    </message>
    <message>
        <source>Verify the backup</source>
        <translation>Verify the backup</translation>
    </message>
    <message>
        <source>Upload the files</source>
        <translation>Upload the files</translation>
    </message>
    <message>
        <source>Check out the commit</source>
        <translation>Check out the commit</translation>
    </message>
    <message>
        <source>Check the configuration</source>
        <translation>Check the configuration</translation>
    </message>
    <message>
        <source>Pull the image</source>
        <translation>Pull the image</translation>
    </message>
    <message>
        <source>Recreate the service</source>
        <translation>Recreate the service</translation>
    </message>
    <message>
        <source>Wait until it is healthy</source>
        <translation>Wait until it is healthy</translation>
    </message>
    <message>
        <source>Smoke test</source>
        <translation>Smoke test</translation>
    </message>
    <message>
        <source>Count the data</source>
        <translation>Count the data</translation>
    </message>
    <message>
        <source>Remove old images</source>
        <translation>Remove old images</translation>
    </message>
    <message>
        <source>Put the files back</source>
        <translation>Put the files back</translation>
    </message>
    <message>
        <source>Return to the image before</source>
        <translation>Return to the image before</translation>
    </message>
    <message>
        <source>Stop what uses the database</source>
        <translation>Stop what uses the database</translation>
    </message>
    <message>
        <source>Restore the database</source>
        <translation>Restore the database</translation>
    </message>
    <message>
        <source>tools</source>
        <extracomment>Short, inside a bar of the chart: looking for the tools on the server</extracomment>
        <translation>tools</translation>
    </message>
    <message>
        <source>log in</source>
        <extracomment>Short, inside a bar of the chart: logging in to an image registry</extracomment>
        <translation>log in</translation>
    </message>
    <message>
        <source>back up</source>
        <extracomment>Short, inside a bar of the chart: a backup is made</extracomment>
        <translation>back up</translation>
    </message>
    <message>
        <source>verify</source>
        <comment>a backup</comment>
        <extracomment>Short, inside a bar of the chart: a backup is verified</extracomment>
        <translation>verify</translation>
    </message>
    <message>
        <source>files</source>
        <extracomment>Short, inside a bar of the chart: files are uploaded or put back</extracomment>
        <translation>files</translation>
    </message>
    <message>
        <source>check out</source>
        <extracomment>Short, inside a bar of the chart: a commit is checked out</extracomment>
        <translation>check out</translation>
    </message>
    <message>
        <source>config</source>
        <extracomment>Short, inside a bar of the chart: the configuration is checked</extracomment>
        <translation>config</translation>
    </message>
    <message>
        <source>health</source>
        <extracomment>Short, inside a bar of the chart: waiting until a service is healthy</extracomment>
        <translation>health</translation>
    </message>
    <message>
        <source>smoke</source>
        <extracomment>Short, inside a bar of the chart: a smoke test</extracomment>
        <translation>smoke</translation>
    </message>
    <message>
        <source>count</source>
        <extracomment>Short, inside a bar of the chart: rows are counted</extracomment>
        <translation>count</translation>
    </message>
    <message>
        <source>prune</source>
        <extracomment>Short, inside a bar of the chart: old images are removed</extracomment>
        <translation>prune</translation>
    </message>
    <message>
        <source>stop</source>
        <extracomment>Short, inside a bar of the chart: services are stopped</extracomment>
        <translation>stop</translation>
    </message>
    <message>
        <source>restore</source>
        <extracomment>Short, inside a bar of the chart: a database is restored</extracomment>
        <translation>restore</translation>
    </message>
    <message>
        <source>made on %1 by an earlier attempt</source>
        <translation>made on %1 by an earlier attempt</translation>
    </message>
    <message>
        <source>those on the server are the same</source>
        <translation>those on the server are the same</translation>
    </message>
    <message>
        <source>no new image is wanted</source>
        <translation>no new image is wanted</translation>
    </message>
    <message>
        <source>nothing to migrate since the last time</source>
        <translation>nothing to migrate since the last time</translation>
    </message>
    <message>
        <source>not a part of “%1”</source>
        <comment>a kind of redeploy</comment>
        <translation>not a part of “%1”</translation>
    </message>
    <message>
        <source>another image</source>
        <translation>another image</translation>
    </message>
    <message>
        <source>other variables</source>
        <translation>other variables</translation>
    </message>
    <message>
        <source>the compose files say something else of it</source>
        <translation>the compose files say something else of it</translation>
    </message>
    <message>
        <source>it does not run</source>
        <translation>it does not run</translation>
    </message>
    <message>
        <source>it is not healthy</source>
        <translation>it is not healthy</translation>
    </message>
    <message>
        <source>on request</source>
        <translation>on request</translation>
    </message>
    <message>
        <source>Not reached, and left as they are: %1.</source>
        <translation>Not reached, and left as they are: %1.</translation>
    </message>
    <message>
        <source>Somebody deploys this stack on %1 now.</source>
        <translation>Somebody deploys this stack on %1 now.</translation>
    </message>
    <message>
        <source>Somebody deploys this stack on %1 now: %2.</source>
        <translation>Somebody deploys this stack on %1 now: %2.</translation>
    </message>
    <message>
        <source>Nothing should be deployed until %1.</source>
        <translation>Nothing should be deployed until %1.</translation>
    </message>
    <message>
        <source>Nothing should be deployed until %2: %1.</source>
        <translation>Nothing should be deployed until %2: %1.</translation>
    </message>
    <message>
        <source>The migration runs without a backup: what it breaks cannot be brought back.</source>
        <translation>The migration runs without a backup: what it breaks cannot be brought back.</translation>
    </message>
    <message>
        <source>What runs now on %1 has no digest: there is no way back to it.</source>
        <translation>What runs now on %1 has no digest: there is no way back to it.</translation>
    </message>
    <message>
        <source>The database goes back to %1: what was written since then is only in the emergency backup.</source>
        <translation>The database goes back to %1: what was written since then is only in the emergency backup.</translation>
    </message>
    <message>
        <source>Nobody can tell whether there is something to migrate: the backup is made and the migration runs.</source>
        <translation>Nobody can tell whether there is something to migrate: the backup is made and the migration runs.</translation>
    </message>
    <message>
        <source>If it fails after the migration, the database stays as it is until you say otherwise.</source>
        <translation>If it fails after the migration, the database stays as it is until you say otherwise.</translation>
    </message>
    <message>
        <source>The database has been migrated since %1. It stays as it is, unless you restore it, too.</source>
        <translation>The database has been migrated since %1. It stays as it is, unless you restore it, too.</translation>
    </message>
    <message>
        <source>These services differ from the files and are left as they are: %1.</source>
        <translation>These services differ from the files and are left as they are: %1.</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>a server, and what is done there</comment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>No interruption: nothing that runs is recreated.</source>
        <translation>No interruption: nothing that runs is recreated.</translation>
    </message>
    <message>
        <source>A brief interruption while these are recreated: %1.</source>
        <translation>A brief interruption while these are recreated: %1.</translation>
    </message>
    <message>
        <source>These are down while they are recreated, one after another: %1.</source>
        <translation>These are down while they are recreated, one after another: %1.</translation>
    </message>
    <message>
        <source>The stack %1 has no service to deploy.</source>
        <translation>The stack %1 has no service to deploy.</translation>
    </message>
    <message>
        <source>None of its servers can be reached: %1.</source>
        <translation>None of its servers can be reached: %1.</translation>
    </message>
    <message>
        <source>This is no version that an image can have: letters, digits and . _ - are allowed.</source>
        <translation>This is no version that an image can have: letters, digits and . _ - are allowed.</translation>
    </message>
    <message>
        <source>No commit is named to check out.</source>
        <translation>No commit is named to check out.</translation>
    </message>
    <message>
        <source>On %1 this stack runs as the project “%2”, and would be deployed beside it as “%3”. Write project = &quot;%2&quot; into atalaya.toml.</source>
        <translation>On %1 this stack runs as the project “%2”, and would be deployed beside it as “%3”. Write project = &quot;%2&quot; into atalaya.toml.</translation>
    </message>
    <message>
        <source>The image %1 is not made for the processor of the server (%2).</source>
        <translation>The image %1 is not made for the processor of the server (%2).</translation>
    </message>
    <message>
        <source>%1 has %2 free, and the backup with its verification may take %3. Make room, or verify it in another way.</source>
        <translation>%1 has %2 free, and the backup with its verification may take %3. Make room, or verify it in another way.</translation>
    </message>
    <message>
        <source>%1 has %2 free, and pulling the images may take %3. Remove old images, or make room.</source>
        <translation>%1 has %2 free, and pulling the images may take %3. Remove old images, or make room.</translation>
    </message>
    <message>
        <source>recreated: %1</source>
        <comment>a service, and why</comment>
        <translation>recreated: %1</translation>
    </message>
    <message>
        <source>run once</source>
        <translation>run once</translation>
    </message>
    <message>
        <source>started: there is no container yet</source>
        <translation>started: there is no container yet</translation>
    </message>
    <message>
        <source>not a part of this deploy</source>
        <translation>not a part of this deploy</translation>
    </message>
    <message>
        <source>none</source>
        <comment>downtime</comment>
        <translation>none</translation>
    </message>
    <message>
        <source>usually %1, at most %2 so far</source>
        <translation>usually %1, at most %2 so far</translation>
    </message>
    <message>
        <source>about %1, at most %2 by its health check</source>
        <translation>about %1, at most %2 by its health check</translation>
    </message>
    <message>
        <source>not known: it has no health check</source>
        <translation>not known: it has no health check</translation>
    </message>
    <message>
        <source>First deploy</source>
        <translation>First deploy</translation>
    </message>
    <message>
        <source>Code only</source>
        <translation>Code only</translation>
    </message>
    <message>
        <source>Code and database</source>
        <translation>Code and database</translation>
    </message>
    <message>
        <source>Variables only</source>
        <translation>Variables only</translation>
    </message>
    <message>
        <source>Earlier version</source>
        <translation>Earlier version</translation>
    </message>
    <message>
        <source>Uploads the files, pulls all images, migrates and starts everything.</source>
        <translation>Uploads the files, pulls all images, migrates and starts everything.</translation>
    </message>
    <message>
        <source>Pulls what is new and recreates it; the database is not touched.</source>
        <translation>Pulls what is new and recreates it; the database is not touched.</translation>
    </message>
    <message>
        <source>Backs up, pulls, migrates, recreates and counts the data.</source>
        <translation>Backs up, pulls, migrates, recreates and counts the data.</translation>
    </message>
    <message>
        <source>Pulls, migrates, recreates and counts the data; there is no backup.</source>
        <translation>Pulls, migrates, recreates and counts the data; there is no backup.</translation>
    </message>
    <message>
        <source>Uploads the variables and recreates what uses them.</source>
        <translation>Uploads the variables and recreates what uses them.</translation>
    </message>
    <message>
        <source>Returns to the images of that version.</source>
        <translation>Returns to the images of that version.</translation>
    </message>
    <message>
        <source>Nothing of this stack runs yet.</source>
        <translation>Nothing of this stack runs yet.</translation>
    </message>
    <message>
        <source>Another image: %1.</source>
        <translation>Another image: %1.</translation>
    </message>
    <message>
        <source>Other variables: %1.</source>
        <translation>Other variables: %1.</translation>
    </message>
    <message>
        <source>Changed in the compose files: %1.</source>
        <translation>Changed in the compose files: %1.</translation>
    </message>
    <message>
        <source>There are other migrations than the last time.</source>
        <translation>There are other migrations than the last time.</translation>
    </message>
    <message>
        <source>The migrations are the same as the last time.</source>
        <translation>The migrations are the same as the last time.</translation>
    </message>
    <message>
        <source>Nobody can tell whether there is something to migrate.</source>
        <translation>Nobody can tell whether there is something to migrate.</translation>
    </message>
    <message>
        <source>atalaya.toml names no migration.</source>
        <translation>atalaya.toml names no migration.</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>Nothing has changed.</translation>
    </message>
    <message>
        <source>These have new images, which would not be deployed: %1.</source>
        <translation>These have new images, which would not be deployed: %1.</translation>
    </message>
    <message>
        <source>The migration would not run.</source>
        <translation>The migration would not run.</translation>
    </message>
    <message>
        <source>%1 was deployed on %2.</source>
        <translation>%1 was deployed on %2.</translation>
    </message>
    <message>
        <source>No other version is known that was deployed from here.</source>
        <translation>No other version is known that was deployed from here.</translation>
    </message>
    <message>
        <source>Trusted since %1.</source>
        <translation>Trusted since %1.</translation>
    </message>
    <message>
        <source>Nobody has looked at this project yet. These are the commands that it would run.</source>
        <translation>Nobody has looked at this project yet. These are the commands that it would run.</translation>
    </message>
    <message>
        <source>It has changed since %1, but it runs the same commands.</source>
        <translation>It has changed since %1, but it runs the same commands.</translation>
    </message>
    <message>
        <source>It would run other commands than on %1, when it was trusted.</source>
        <translation>It would run other commands than on %1, when it was trusted.</translation>
    </message>
    <message>
        <source>new: %1</source>
        <comment>a command</comment>
        <translation>new: %1</translation>
    </message>
    <message>
        <source>not run any more: %1</source>
        <translation>not run any more: %1</translation>
    </message>
    <message>
        <source>“%1” is no key of atalaya.toml.</source>
        <translation>“%1” is no key of atalaya.toml.</translation>
    </message>
    <message>
        <source>“%1” is no key of atalaya.toml. Did you mean “%2”?</source>
        <translation>“%1” is no key of atalaya.toml. Did you mean “%2”?</translation>
    </message>
    <message>
        <source>“%1” must not be empty.</source>
        <translation>“%1” must not be empty.</translation>
    </message>
    <message>
        <source>“%1” begins with a dash: a program would take it for an option. It is refused.</source>
        <translation>“%1” begins with a dash: a program would take it for an option. It is refused.</translation>
    </message>
    <message>
        <source>“%1” has characters that no name has here: there are letters, digits and . _ - / @ :</source>
        <translation>“%1” has characters that no name has here: there are letters, digits and . _ - / @ :</translation>
    </message>
    <message>
        <source>“%1” is not below the folder of this file. Everything that a deploy takes lies below it.</source>
        <translation>“%1” is not below the folder of this file. Everything that a deploy takes lies below it.</translation>
    </message>
    <message>
        <source>“%1” must be a folder of its own on the server, with all of its path: /srv/name.</source>
        <translation>“%1” must be a folder of its own on the server, with all of its path: /srv/name.</translation>
    </message>
    <message>
        <source>There is no “%1” here. There are: %2.</source>
        <translation>There is no “%1” here. There are: %2.</translation>
    </message>
    <message>
        <source>“%1” must be from %2 to %3.</source>
        <translation>“%1” must be from %2 to %3.</translation>
    </message>
    <message>
        <source>“%1” must be a time such as &quot;18:00&quot;.</source>
        <translation>“%1” must be a time such as &quot;18:00&quot;.</translation>
    </message>
    <message>
        <source>There is no time zone “%1”. They are written as in &quot;America/Argentina/Buenos_Aires&quot;.</source>
        <translation>There is no time zone “%1”. They are written as in &quot;America/Argentina/Buenos_Aires&quot;.</translation>
    </message>
    <message>
        <source>“%1” must be an address with a port, as in &quot;127.0.0.1:5432&quot;.</source>
        <translation>“%1” must be an address with a port, as in &quot;127.0.0.1:5432&quot;.</translation>
    </message>
    <message>
        <source>“%1” must be an address that begins with %2:// or %3://, without name and password.</source>
        <translation>“%1” must be an address that begins with %2:// or %3://, without name and password.</translation>
    </message>
    <message>
        <source>“%1” must be a command line, or a list of its words.</source>
        <translation>“%1” must be a command line, or a list of its words.</translation>
    </message>
    <message>
        <source>“%2” is given to the program in “%1” as one of its words: no shell reads the line. Put such a line in a script of the image, or write [&quot;sh&quot;, &quot;-c&quot;, &quot;…&quot;].</source>
        <translation>“%2” is given to the program in “%1” as one of its words: no shell reads the line. Put such a line in a script of the image, or write [&quot;sh&quot;, &quot;-c&quot;, &quot;…&quot;].</translation>
    </message>
    <message>
        <source>“%1” is there already.</source>
        <translation>“%1” is there already.</translation>
    </message>
    <message>
        <source>There can be “%1” or “%2”, not both.</source>
        <translation>There can be “%1” or “%2”, not both.</translation>
    </message>
    <message>
        <source>“%1” needs “%2” or “%3”.</source>
        <translation>“%1” needs “%2” or “%3”.</translation>
    </message>
    <message>
        <source>“%1” means nothing with %2. Take it out.</source>
        <translation>“%1” means nothing with %2. Take it out.</translation>
    </message>
    <message>
        <source>%1 servers at once are more than there are (%2).</source>
        <translation>%1 servers at once are more than there are (%2).</translation>
    </message>
    <message>
        <source>The version is to be written into “%1”, which is not among the compose files above.</source>
        <translation>The version is to be written into “%1”, which is not among the compose files above.</translation>
    </message>
    <message>
        <source>“%1” restarts a service. That applies neither a new image nor new variables: a deploy recreates what it has to. It is refused.</source>
        <translation>“%1” restarts a service. That applies neither a new image nor new variables: a deploy recreates what it has to. It is refused.</translation>
    </message>
    <message>
        <source>There is a migration and no backup before it: what it breaks cannot be brought back. Add a [[backup]].</source>
        <translation>There is a migration and no backup before it: what it breaks cannot be brought back. Add a [[backup]].</translation>
    </message>
    <message>
        <source>This backup is made and never restored: “restore” names no command that reads it.</source>
        <translation>This backup is made and never restored: “restore” names no command that reads it.</translation>
    </message>
    <message>
        <source>The database “%1” may be restored, and nothing counts what is in it then: half a backup would go unnoticed. Add a [[data]] with the rows that must be there.</source>
        <translation>The database “%1” may be restored, and nothing counts what is in it then: half a backup would go unnoticed. Add a [[data]] with the rows that must be there.</translation>
    </message>
    <message>
        <source>Nothing is tried after a deploy but the services&apos; own health checks. A [[smoke]] test tells what users would see.</source>
        <translation>Nothing is tried after a deploy but the services&apos; own health checks. A [[smoke]] test tells what users would see.</translation>
    </message>
    <message>
        <source>The database is to be restored, and there is no backup that can be. Add a [[backup]].</source>
        <translation>The database is to be restored, and there is no backup that can be. Add a [[backup]].</translation>
    </message>
    <message>
        <source>The database would go back by itself, but nothing goes back before somebody says so: “on_failure” asks.</source>
        <translation>The database would go back by itself, but nothing goes back before somebody says so: “on_failure” asks.</translation>
    </message>
    <message>
        <source>This window never ends: every deploy would be held back.</source>
        <translation>This window never ends: every deploy would be held back.</translation>
    </message>
    <message>
        <source>There is no file “%1” in this folder.</source>
        <translation>There is no file “%1” in this folder.</translation>
    </message>
    <message>
        <source>There is no env file “%1”: its variables would be empty, and docker compose would take every default instead.</source>
        <translation>There is no env file “%1”: its variables would be empty, and docker compose would take every default instead.</translation>
    </message>
    <message>
        <source>The service “%1” has no image and would be built on the server, which takes its memory and processor for long. Build elsewhere, push to a registry and name the image.</source>
        <translation>The service “%1” has no image and would be built on the server, which takes its memory and processor for long. Build elsewhere, push to a registry and name the image.</translation>
    </message>
    <message>
        <source>No image of the compose files uses “%1”: writing a version there would change nothing. Write an image as in &quot;name:${%1:?}&quot;.</source>
        <translation>No image of the compose files uses “%1”: writing a version there would change nothing. Write an image as in &quot;name:${%1:?}&quot;.</translation>
    </message>
    <message>
        <source>“%1” names no image: there is no place for a version in it.</source>
        <translation>“%1” names no image: there is no place for a version in it.</translation>
    </message>
    <message>
        <source>The image of “%1” takes its version from “%2”, and “services” does not name it: it would stay at the old one.</source>
        <translation>The image of “%1” takes its version from “%2”, and “services” does not name it: it would stay at the old one.</translation>
    </message>
    <message>
        <source>How Atalaya deploys this project to servers of your own.</source>
        <translation>How Atalaya deploys this project to servers of your own.</translation>
    </message>
    <message>
        <source>What this stack is called.</source>
        <translation>What this stack is called.</translation>
    </message>
    <message>
        <source>What docker compose calls it, where that is another name.</source>
        <translation>What docker compose calls it, where that is another name.</translation>
    </message>
    <message>
        <source>Not production: its name is not asked before a deploy.</source>
        <translation>Not production: its name is not asked before a deploy.</translation>
    </message>
    <message>
        <source>In this order: names of the SSH configuration, or user@address.</source>
        <translation>In this order: names of the SSH configuration, or user@address.</translation>
    </message>
    <message>
        <source>How many of them at the same time.</source>
        <translation>How many of them at the same time.</translation>
    </message>
    <message>
        <source>Where the project lies on each server.</source>
        <translation>Where the project lies on each server.</translation>
    </message>
    <message>
        <source>Laid over one another in this order.</source>
        <translation>Laid over one another in this order.</translation>
    </message>
    <message>
        <source>Where the variables of the compose files come from.</source>
        <translation>Where the variables of the compose files come from.</translation>
    </message>
    <message>
        <source>Recreated when something of them changes; without this line, all of them.</source>
        <translation>Recreated when something of them changes; without this line, all of them.</translation>
    </message>
    <message>
        <source>How the files get there: &quot;upload&quot; from this folder, or &quot;git&quot;.</source>
        <translation>How the files get there: &quot;upload&quot; from this folder, or &quot;git&quot;.</translation>
    </message>
    <message>
        <source>Where the version stands: a variable of the env file, or a compose file with the images&apos; tags.</source>
        <translation>Where the version stands: a variable of the env file, or a compose file with the images&apos; tags.</translation>
    </message>
    <message>
        <source>Run once in a container of its own, before anything is recreated. Its files tell whether there is something to migrate.</source>
        <translation>Run once in a container of its own, before anything is recreated. Its files tell whether there is something to migrate.</translation>
    </message>
    <message>
        <source>Made before a migration. Verified as &quot;listed&quot;, &quot;schema&quot;, or &quot;restore&quot;: into a scratch database, where the data checks must hold.</source>
        <translation>Made before a migration. Verified as &quot;listed&quot;, &quot;schema&quot;, or &quot;restore&quot;: into a scratch database, where the data checks must hold.</translation>
    </message>
    <message>
        <source>How long a service may take until it is healthy.</source>
        <translation>How long a service may take until it is healthy.</translation>
    </message>
    <message>
        <source>Tried on the server when everything is healthy.</source>
        <translation>Tried on the server when everything is healthy.</translation>
    </message>
    <message>
        <source>Rows that must be there afterwards.</source>
        <translation>Rows that must be there afterwards.</translation>
    </message>
    <message>
        <source>What is removed at the end.</source>
        <translation>What is removed at the end.</translation>
    </message>
    <message>
        <source>After a failure: &quot;automatic&quot; or &quot;ask&quot;; the database goes back only after a migration.</source>
        <translation>After a failure: &quot;automatic&quot; or &quot;ask&quot;; the database goes back only after a migration.</translation>
    </message>
    <message>
        <source>When nothing is deployed, unless it is meant.</source>
        <translation>When nothing is deployed, unless it is meant.</translation>
    </message>
    <message>
        <source>All is well: all services run %1 and are healthy.</source>
        <translation>All is well: all services run %1 and are healthy.</translation>
    </message>
    <message>
        <source>The run reported a failure, but all services run %1 and are healthy.</source>
        <translation>The run reported a failure, but all services run %1 and are healthy.</translation>
    </message>
    <message>
        <source>It was stopped too late: all services run %1.</source>
        <translation>It was stopped too late: all services run %1.</translation>
    </message>
    <message>
        <source>The run was interrupted, but all services run %1.</source>
        <translation>The run was interrupted, but all services run %1.</translation>
    </message>
    <message>
        <source>Rolled back: all services run %1 and are healthy.</source>
        <translation>Rolled back: all services run %1 and are healthy.</translation>
    </message>
    <message>
        <source>The run reported success, but all services still run %1.</source>
        <translation>The run reported success, but all services still run %1.</translation>
    </message>
    <message>
        <source>It failed, and nothing has changed for users: %1 serves.</source>
        <translation>It failed, and nothing has changed for users: %1 serves.</translation>
    </message>
    <message>
        <source>It was stopped, and nothing has changed for users: %1 serves.</source>
        <translation>It was stopped, and nothing has changed for users: %1 serves.</translation>
    </message>
    <message>
        <source>It was interrupted, and nothing has changed for users: %1 serves.</source>
        <translation>It was interrupted, and nothing has changed for users: %1 serves.</translation>
    </message>
    <message>
        <source>Rolled back: %1 serves again.</source>
        <translation>Rolled back: %1 serves again.</translation>
    </message>
    <message>
        <source>These services run neither what was before nor what was wanted: %1.</source>
        <translation>These services run neither what was before nor what was wanted: %1.</translation>
    </message>
    <message>
        <source>The run reported success, but only these run %2: %1. Not: %3.</source>
        <translation>The run reported success, but only these run %2: %1. Not: %3.</translation>
    </message>
    <message>
        <source>It failed half-way. On %2: %1. Not: %3.</source>
        <translation>It failed half-way. On %2: %1. Not: %3.</translation>
    </message>
    <message>
        <source>It was stopped half-way. On %2: %1. Not: %3.</source>
        <translation>It was stopped half-way. On %2: %1. Not: %3.</translation>
    </message>
    <message>
        <source>It was interrupted half-way. On %2: %1. Not: %3.</source>
        <translation>It was interrupted half-way. On %2: %1. Not: %3.</translation>
    </message>
    <message>
        <source>It was not rolled back everywhere. Still on %2: %1. Not: %3.</source>
        <translation>It was not rolled back everywhere. Still on %2: %1. Not: %3.</translation>
    </message>
    <message>
        <source>The number of containers is wrong: %1.</source>
        <translation>The number of containers is wrong: %1.</translation>
    </message>
    <message>
        <source>These services do not run: %1.</source>
        <translation>These services do not run: %1.</translation>
    </message>
    <message>
        <source>The run reported success. %1</source>
        <comment>what follows is not so</comment>
        <translation>The run reported success. %1</translation>
    </message>
    <message>
        <source>%1: no answer</source>
        <comment>a test</comment>
        <translation>%1: no answer</translation>
    </message>
    <message>
        <source>%1: %2 instead of %3</source>
        <comment>a count</comment>
        <translation>%1: %2 instead of %3</translation>
    </message>
    <message>
        <source>%1: %2, wanted %3</source>
        <comment>a test</comment>
        <translation>%1: %2, wanted %3</translation>
    </message>
    <message>
        <source>All services run %1, but not all is well.</source>
        <translation>All services run %1, but not all is well.</translation>
    </message>
    <message>
        <source>Not healthy: %1.</source>
        <translation>Not healthy: %1.</translation>
    </message>
    <message>
        <source>Starting again and again: %1.</source>
        <translation>Starting again and again: %1.</translation>
    </message>
    <message>
        <source>The data is not right: %1.</source>
        <translation>The data is not right: %1.</translation>
    </message>
    <message>
        <source>Failed smoke tests: %1.</source>
        <translation>Failed smoke tests: %1.</translation>
    </message>
    <message>
        <source>Without the variables that were wanted: %1.</source>
        <translation>Without the variables that were wanted: %1.</translation>
    </message>
    <message>
        <source>The variables in these could not be compared: %1.</source>
        <translation>The variables in these could not be compared: %1.</translation>
    </message>
    <message>
        <source>The database was restored from its backup.</source>
        <translation>The database was restored from its backup.</translation>
    </message>
    <message>
        <source>The run reported success, but nobody could look at what runs now.</source>
        <translation>The run reported success, but nobody could look at what runs now.</translation>
    </message>
    <message>
        <source>It failed, and nobody could look at what runs now.</source>
        <translation>It failed, and nobody could look at what runs now.</translation>
    </message>
    <message>
        <source>What runs now is not known: nobody could look at it.</source>
        <translation>What runs now is not known: nobody could look at it.</translation>
    </message>
    <message>
        <source>%1 failed: a program is missing on the server</source>
        <translation>%1 failed: a program is missing on the server</translation>
    </message>
    <message>
        <source>%1 failed: the image registry refused the login</source>
        <translation>%1 failed: the image registry refused the login</translation>
    </message>
    <message>
        <source>%1 failed in its backup, before anything was changed</source>
        <translation>%1 failed in its backup, before anything was changed</translation>
    </message>
    <message>
        <source>%1 failed when its files were put in place</source>
        <translation>%1 failed when its files were put in place</translation>
    </message>
    <message>
        <source>%1 failed when its images were pulled</source>
        <translation>%1 failed when its images were pulled</translation>
    </message>
    <message>
        <source>%1 failed at service %2</source>
        <translation>%1 failed at service %2</translation>
    </message>
    <message>
        <source>%1 failed in its smoke tests</source>
        <translation>%1 failed in its smoke tests</translation>
    </message>
    <message>
        <source>%1 failed: data is missing</source>
        <translation>%1 failed: data is missing</translation>
    </message>
    <message>
        <source>%1 failed while its database was restored</source>
        <translation>%1 failed while its database was restored</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a server, and what is said of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>mixed</source>
        <comment>verdict of a stack</comment>
        <translation>mixed</translation>
    </message>
    <message>
        <source>incomplete</source>
        <comment>verdict of a stack</comment>
        <translation>incomplete</translation>
    </message>
    <message>
        <source>not healthy</source>
        <comment>verdict of a stack</comment>
        <translation>not healthy</translation>
    </message>
    <message>
        <source>done</source>
        <comment>verdict of a stack</comment>
        <translation>done</translation>
    </message>
    <message>
        <source>Clear what an interrupted update left</source>
        <translation>Clear what an interrupted update left</translation>
    </message>
    <message>
        <source>clear</source>
        <extracomment>Short, inside a bar of the chart: what an interrupted update left is cleared</extracomment>
        <translation>clear</translation>
    </message>
    <message>
        <source>It goes on where it stopped; nothing that is done is repeated.</source>
        <translation>It goes on where it stopped; nothing that is done is repeated.</translation>
    </message>
    <message>
        <source>The files, images and services before it return, each as far as it was changed.</source>
        <translation>The files, images and services before it return, each as far as it was changed.</translation>
    </message>
    <message>
        <source>The database stays as it is now.</source>
        <translation>The database stays as it is now.</translation>
    </message>
    <message>
        <source>The database goes back to the backup made before; what it is now is backed up first.</source>
        <translation>The database goes back to the backup made before; what it is now is backed up first.</translation>
    </message>
    <message>
        <source>The step whose end nobody saw is not done again.</source>
        <translation>The step whose end nobody saw is not done again.</translation>
    </message>
    <message>
        <source>Nothing is changed now. What was changed so far stays changed.</source>
        <translation>Nothing is changed now. What was changed so far stays changed.</translation>
    </message>
    <message>
        <source>Roll back without the database</source>
        <translation>Roll back without the database</translation>
    </message>
    <message>
        <source>Roll back, and the database too</source>
        <translation>Roll back, and the database too</translation>
    </message>
    <message>
        <source>It is done: go on</source>
        <translation>It is done: go on</translation>
    </message>
    <message>
        <source>It was rolled back, and the database with it.</source>
        <translation>It was rolled back, and the database with it.</translation>
    </message>
    <message>
        <source>What nobody saw the end of counts as done.</source>
        <translation>What nobody saw the end of counts as done.</translation>
    </message>
    <message>
        <source>No service was recreated.</source>
        <translation>No service was recreated.</translation>
    </message>
    <message>
        <source>Recreated: %1.</source>
        <translation>Recreated: %1.</translation>
    </message>
    <message>
        <source>Recreated: %1. Not touched: %2.</source>
        <translation>Recreated: %1. Not touched: %2.</translation>
    </message>
    <message>
        <source>Its command ended with code %1.</source>
        <translation>Its command ended with code %1.</translation>
    </message>
    <message>
        <source>Its program is not on the server.</source>
        <translation>Its program is not on the server.</translation>
    </message>
    <message>
        <source>It printed nothing, and something else was wanted.</source>
        <translation>It printed nothing, and something else was wanted.</translation>
    </message>
    <message>
        <source>It printed “%1”, and something else was wanted.</source>
        <translation>It printed “%1”, and something else was wanted.</translation>
    </message>
    <message>
        <source>It took longer than it may.</source>
        <translation>It took longer than it may.</translation>
    </message>
    <message>
        <source>It wrote nothing, or too little.</source>
        <translation>It wrote nothing, or too little.</translation>
    </message>
    <message>
        <source>What it wrote could not be kept on the server: is its disk full?</source>
        <translation>What it wrote could not be kept on the server: is its disk full?</translation>
    </message>
    <message>
        <source>What it reads is not there, or broken.</source>
        <translation>What it reads is not there, or broken.</translation>
    </message>
    <message>
        <source>It was ended from outside.</source>
        <translation>It was ended from outside.</translation>
    </message>
    <message>
        <source>There is no folder of the stack %1: name the one with its atalaya.toml.</source>
        <translation>There is no folder of the stack %1: name the one with its atalaya.toml.</translation>
    </message>
    <message>
        <source>The folder is that of another stack: %2, not %1.</source>
        <translation>The folder is that of another stack: %2, not %1.</translation>
    </message>
    <message>
        <source>Nobody has said that what this project runs is trusted. Look at its commands first.</source>
        <translation>Nobody has said that what this project runs is trusted. Look at its commands first.</translation>
    </message>
    <message>
        <source>Docker with the compose plugin cannot be used on %1.</source>
        <translation>Docker with the compose plugin cannot be used on %1.</translation>
    </message>
    <message>
        <source>On %1 a run of somebody else has not come to its end (%2). Go on with it from where it was begun, or take over.</source>
        <translation>On %1 a run of somebody else has not come to its end (%2). Go on with it from where it was begun, or take over.</translation>
    </message>
    <message>
        <source>On %1 the stack is being deployed by %2.</source>
        <translation>On %1 the stack is being deployed by %2.</translation>
    </message>
    <message>
        <source>The files of the project have changed since the plan was made.</source>
        <translation>The files of the project have changed since the plan was made.</translation>
    </message>
    <message>
        <source>The atalaya.toml of the stack %1 names no backup.</source>
        <translation>The atalaya.toml of the stack %1 names no backup.</translation>
    </message>
    <message>
        <source>The server %1 is switched to read-only.</source>
        <translation>The server %1 is switched to read-only.</translation>
    </message>
    <message>
        <source>%1 knows nothing of this run any more.</source>
        <translation>%1 knows nothing of this run any more.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost. What runs there goes on: resume to follow it.</source>
        <translation>The connection to %1 was lost. What runs there goes on: resume to follow it.</translation>
    </message>
    <message>
        <source>On %1 the folder %2 cannot be made.</source>
        <translation>On %1 the folder %2 cannot be made.</translation>
    </message>
    <message>
        <source>The runner on the server refused the deploy (%1).</source>
        <translation>The runner on the server refused the deploy (%1).</translation>
    </message>
    <message>
        <source>migration</source>
        <translation>migration</translation>
    </message>
    <message>
        <source>Watch %1 from this computer</source>
        <translation>Watch %1 from this computer</translation>
    </message>
    <message>
        <source>no answer</source>
        <comment>of a watched address</comment>
        <translation>no answer</translation>
    </message>
    <message>
        <source>Machine %1 was destroyed by somebody else on %2. It cannot be brought back and is not part of this: there will be one fewer than before.</source>
        <translation>Machine %1 was destroyed by somebody else on %2. It cannot be brought back and is not part of this: there will be one fewer than before.</translation>
    </message>
    <message>
        <source>Machine %1 was destroyed by somebody else. It cannot be brought back and is not part of this: there will be one fewer than before.</source>
        <translation>Machine %1 was destroyed by somebody else. It cannot be brought back and is not part of this: there will be one fewer than before.</translation>
    </message>
    <message>
        <source>Destroyed by somebody else; nothing brings it back: %1.</source>
        <translation>Destroyed by somebody else; nothing brings it back: %1.</translation>
    </message>
    <message>
        <source>The deployment stopped half-way, because somebody else destroyed %1. How shall it go on?</source>
        <translation>The deployment stopped half-way, because somebody else destroyed %1. How shall it go on?</translation>
    </message>
    <message>
        <source>Watch from this computer</source>
        <translation>Watch from this computer</translation>
    </message>
    <message>
        <source>answers</source>
        <extracomment>Short, inside a bar of the chart: an address is watched, and answers</extracomment>
        <translation>answers</translation>
    </message>
    <message>
        <source>Where users reach it: watched from this computer during a deploy, so that downtime is measured.</source>
        <translation>Where users reach it: watched from this computer during a deploy, so that downtime is measured.</translation>
    </message>
    <message>
        <source>Watched from this computer, %1 never answered.</source>
        <translation>Watched from this computer, %1 never answered.</translation>
    </message>
    <message>
        <source>Watched from this computer, %1 answered all the time.</source>
        <translation>Watched from this computer, %1 answered all the time.</translation>
    </message>
    <message>
        <source>Watched from this computer, %1 stopped answering %2 before the end, and still does not answer.</source>
        <translation>Watched from this computer, %1 stopped answering %2 before the end, and still does not answer.</translation>
    </message>
    <message>
        <source>Watched from this computer, %1 did not answer for %2.</source>
        <translation>Watched from this computer, %1 did not answer for %2.</translation>
    </message>
    <message numerus="yes">
        <source>Watched from this computer, %1 did not answer %Ln time(s), for %2 in all, %3 at most.</source>
        <translation>
            <numerusform>Watched from this computer, %1 did not answer %Ln time, for %2 in all, %3 at most.</numerusform>
            <numerusform>Watched from this computer, %1 did not answer %Ln times, for %2 in all, %3 at most.</numerusform>
        </translation>
    </message>
    <message>
        <source>It still does not answer.</source>
        <translation>It still does not answer.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln machine(s) fewer than before, because somebody else destroyed them: %1.</source>
        <translation>
            <numerusform>%Ln machine fewer than before, because somebody else destroyed it: %1.</numerusform>
            <numerusform>%Ln machines fewer than before, because somebody else destroyed them: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The practice server takes only the stacks that came with it, as they came: what their atalaya.toml runs, runs on this computer. In .env anything may be tried.</source>
        <translation>The practice server takes only the stacks that came with it, as they came: what their atalaya.toml runs, runs on this computer. In .env anything may be tried.</translation>
    </message>
    <message>
        <source>It was not begun, because another server failed before: %1 serves.</source>
        <translation>It was not begun, because another server failed before: %1 serves.</translation>
    </message>
    <message>
        <source>On %1, %2 is no clone of the project&apos;s repository: clone it there once. From then on each deploy fetches and checks out.</source>
        <translation>On %1, %2 is no clone of the project&apos;s repository: clone it there once. From then on each deploy fetches and checks out.</translation>
    </message>
    <message>
        <source>%1 counted, at least %2 wanted.</source>
        <translation>%1 counted, at least %2 wanted.</translation>
    </message>
    <message>
        <source>%1 counted, %2 wanted.</source>
        <translation>%1 counted, %2 wanted.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a step, and why it failed</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 “%2”: %3</source>
        <comment>a step, what it is about, and why it failed</comment>
        <translation>%1 “%2”: %3</translation>
    </message>
</context>
<context>
    <name>WordsAccounts</name>
    <message>
        <source>There is no token in it.</source>
        <translation>There is no token in it.</translation>
    </message>
    <message>
        <source>This is not a token, or it is cut off. Copy the whole of it, and only it.</source>
        <translation>This is not a token, or it is cut off. Copy the whole of it, and only it.</translation>
    </message>
    <message>
        <source>This is the token of another service, not of Fly.io.</source>
        <translation>This is the token of another service, not of Fly.io.</translation>
    </message>
    <message>
        <source>A part of the token is missing: these are only the proofs that belong to it.</source>
        <translation>A part of the token is missing: these are only the proofs that belong to it.</translation>
    </message>
    <message>
        <source>This desktop has no keychain. Keep the token in an encrypted file, or for this session only.</source>
        <translation>This desktop has no keychain. Keep the token in an encrypted file, or for this session only.</translation>
    </message>
    <message>
        <source>The keychain is locked, or refused. Unlock it and try again.</source>
        <translation>The keychain is locked, or refused. Unlock it and try again.</translation>
    </message>
    <message>
        <source>The encrypted file with the tokens is locked. Give its password.</source>
        <translation>The encrypted file with the tokens is locked. Give its password.</translation>
    </message>
    <message>
        <source>This is not the password of the encrypted file.</source>
        <translation>This is not the password of the encrypted file.</translation>
    </message>
    <message>
        <source>The token was kept for one session only. Connect the account again.</source>
        <translation>The token was kept for one session only. Connect the account again.</translation>
    </message>
    <message>
        <source>in the keychain</source>
        <translation>in the keychain</translation>
    </message>
    <message>
        <source>in an encrypted file</source>
        <translation>in an encrypted file</translation>
    </message>
    <message>
        <source>for this session only</source>
        <translation>for this session only</translation>
    </message>
    <message>
        <source>in the variable %1, read each time</source>
        <translation>in the variable %1, read each time</translation>
    </message>
    <message>
        <source>in flyctl&apos;s file %1, read each time</source>
        <translation>in flyctl&apos;s file %1, read each time</translation>
    </message>
    <message>
        <source>The variable %1: %2</source>
        <translation>The variable %1: %2</translation>
    </message>
    <message>
        <source>flyctl&apos;s file %1, logged in %2: %3</source>
        <translation>flyctl&apos;s file %1, logged in %2: %3</translation>
    </message>
    <message>
        <source>flyctl&apos;s file %1: %2</source>
        <translation>flyctl&apos;s file %1: %2</translation>
    </message>
    <message>
        <source>tokens with limits and a personal token</source>
        <translation>tokens with limits and a personal token</translation>
    </message>
    <message>
        <source>a token with limits</source>
        <translation>a token with limits</translation>
    </message>
    <message>
        <source>a personal token</source>
        <translation>a personal token</translation>
    </message>
    <message>
        <source>not told</source>
        <comment>organisations</comment>
        <translation>not told</translation>
    </message>
    <message>
        <source>reads only</source>
        <translation>reads only</translation>
    </message>
    <message>
        <source>reads and writes</source>
        <translation>reads and writes</translation>
    </message>
    <message>
        <source>not told</source>
        <comment>expiry</comment>
        <translation>not told</translation>
    </message>
    <message>
        <source>It belongs to %1.</source>
        <translation>It belongs to %1.</translation>
    </message>
    <message>
        <source>It opens all apps of %1.</source>
        <translation>It opens all apps of %1.</translation>
    </message>
    <message>
        <source>The platform does not tell which organisations it opens.</source>
        <translation>The platform does not tell which organisations it opens.</translation>
    </message>
    <message>
        <source>It may read, and change nothing.</source>
        <translation>It may read, and change nothing.</translation>
    </message>
    <message>
        <source>It may do everything that its owner may do.</source>
        <translation>It may do everything that its owner may do.</translation>
    </message>
    <message>
        <source>It may read and, as far as it tells, change things.</source>
        <translation>It may read and, as far as it tells, change things.</translation>
    </message>
    <message>
        <source>It is good until %1.</source>
        <translation>It is good until %1.</translation>
    </message>
    <message>
        <source>It does not tell when it ends.</source>
        <translation>It does not tell when it ends.</translation>
    </message>
    <message>
        <source>The token is %1.</source>
        <comment>where it is kept</comment>
        <translation>The token is %1.</translation>
    </message>
    <message>
        <source>It is switched to read-only here: nothing is written with it.</source>
        <translation>It is switched to read-only here: nothing is written with it.</translation>
    </message>
    <message>
        <source>The account is switched to read-only here: nothing was sent.</source>
        <translation>The account is switched to read-only here: nothing was sent.</translation>
    </message>
    <message>
        <source>The token does not belong to that place: nothing was sent.</source>
        <translation>The token does not belong to that place: nothing was sent.</translation>
    </message>
    <message>
        <source>No account is connected. Connect one, or try the sandbox.</source>
        <translation>No account is connected. Connect one, or try the sandbox.</translation>
    </message>
    <message>
        <source>It opens the app %1 only.</source>
        <translation>It opens the app %1 only.</translation>
    </message>
    <message>
        <source>It opens these apps only: %1.</source>
        <translation>It opens these apps only: %1.</translation>
    </message>
</context>
</TS>
