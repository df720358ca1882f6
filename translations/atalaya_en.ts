<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
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
    <name>CommandsModel</name>
    <message>
        <source>%1, shortcut %2</source>
        <translation>%1, shortcut %2</translation>
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
        <source>Deploys an image.</source>
        <translation>Deploys an image.</translation>
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
        <source>Returns to the image and config of the release before.</source>
        <translation>Returns to the image and config of the release before.</translation>
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
        <source>The world to begin: field-cases, one, twelve or hundred.</source>
        <translation>The world to begin: field-cases, one, twelve or hundred.</translation>
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
        <source>Begins its world anew.</source>
        <translation>Begins its world anew.</translation>
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
        <source>What this fault knows more.</source>
        <translation>What this fault knows more.</translation>
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
        <source>Save the chart as a picture (Ctrl+Shift+E)</source>
        <translation>Save the chart as a picture (Ctrl+Shift+E)</translation>
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
        <source>Nothing has been deployed to this app from here.</source>
        <translation>Nothing has been deployed to this app from here.</translation>
    </message>
    <message>
        <source>“Deploy…” shows a plan first; nothing is written before you confirm it.</source>
        <translation>“Deploy…” shows a plan first; nothing is written before you confirm it.</translation>
    </message>
    <message>
        <source>#%1 · %2 · image %3 · %4</source>
        <translation>#%1 · %2 · image %3 · %4</translation>
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
        <source>loading</source>
        <translation>loading</translation>
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
    <message>
        <source>Seen %1 (%2)</source>
        <translation>Seen %1 (%2)</translation>
    </message>
    <message>
        <source>unhealthy</source>
        <extracomment>a machine that runs, but whose health checks do not pass</extracomment>
        <translation>unhealthy</translation>
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
        <source>Fleet: accounts, apps and machines</source>
        <translation>Fleet: accounts, apps and machines</translation>
    </message>
    <message>
        <source>Looking for your apps…</source>
        <translation>Looking for your apps…</translation>
    </message>
    <message>
        <source>No account yet.</source>
        <translation>No account yet.</translation>
    </message>
    <message>
        <source>Give Atalaya a Fly.io token, or start it with --sandbox to try it without an account.</source>
        <translation>Give Atalaya a Fly.io token, or start it with --sandbox to try it without an account.</translation>
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
        <source>Atalaya (sandbox)</source>
        <translation>Atalaya (sandbox)</translation>
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
</context>
<context>
    <name>TargetPanel</name>
    <message>
        <source>Copied: %1</source>
        <translation>Copied: %1</translation>
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
        <source>Saved as %1.</source>
        <translation>Saved as %1.</translation>
    </message>
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
</context>
</TS>
