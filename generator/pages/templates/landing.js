(function(){
"use strict";
var form=document.getElementById("clue");
if(!form)return;
var list=document.getElementById("questions"),made=document.getElementById("made"),text=document.getElementById("text"),said=document.getElementById("said");
form.hidden=false;list.hidden=true;
form.addEventListener("submit",function(event){
event.preventDefault();
var lines=[form.getAttribute("data-head")];
form.querySelectorAll("input").forEach(function(input){
lines.push(input.getAttribute("data-question")+"："+(input.value.trim()||"（不清楚）"));
});
text.value=lines.join("\n");made.hidden=false;said.textContent="";
document.getElementById("save").href="data:text/plain;charset=utf-8,"+encodeURIComponent("\ufeff"+text.value.replace(/\n/g,"\r\n")+"\r\n");
text.focus();
});
document.getElementById("copy").addEventListener("click",function(){
text.select();
var done=function(){said.textContent="已复制，可以粘贴到微信里。";},not=function(){said.textContent="请长按上面的文字，自己复制。";};
if(navigator.clipboard&&window.isSecureContext)navigator.clipboard.writeText(text.value).then(done,not);
else if(document.execCommand("copy"))done();else not();
});
})();
